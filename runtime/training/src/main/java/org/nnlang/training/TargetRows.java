package org.nnlang.training;

import org.nnlang.runtime.Port;
import org.nnlang.runtime.Shape;

/**
 * How an output and its targets fall into rows: losses and metrics see one innermost row at a time.
 *
 * @param rows of one example
 * @param width the numbers of a row of the output
 * @param targetWidth the numbers of a row of the targets
 */
record TargetRows(int rows, int width, int targetWidth) {
    /**
     * The rows of one output.
     *
     * @throws IllegalArgumentException if the targets have other rows than the output
     */
    static TargetRows of(Port output, Shape target) {
        Shape shape = output.shape();
        int width = shape.rank() == 0 ? 1 : shape.size(shape.rank() - 1);
        int rows = shape.elements() / width;
        int outer = Math.max(0, shape.rank() - 1);
        boolean fits = target.rank() == outer || target.rank() == outer + 1;
        for (int i = 0; fits && i < outer; i++) {
            fits = target.size(i) == shape.size(i);
        }
        if (!fits) {
            throw new IllegalArgumentException("output " + output + " needs targets of " + rows
                    + (rows == 1 ? " row" : " rows, one for each of its innermost rows") + ", such as " + shape
                    + ", but the examples have targets of " + target + ": give them that shape");
        }
        return new TargetRows(rows, width, target.rank() == outer ? 1 : target.size(outer));
    }
}

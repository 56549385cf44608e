package org.nnlang.runtime.kernel;

/**
 * A function of rows, such as softmax, or of every number of them, such as the sigmoid.
 *
 * <p>Kernels apply it to results while these are still in the cache.
 */
@FunctionalInterface
public interface RowFunction {
    /**
     * Replaces rows by their function values.
     *
     * @param workspace scratch memory of the one thread that calls
     * @param values holds the rows, one after another
     * @param from where the first row begins
     * @param rows how many rows
     * @param width elements of one row
     */
    void apply(Workspace workspace, float[] values, int from, int rows, int width);
}

package org.nnlang.runtime.io;

import java.nio.file.Path;
import java.util.List;
import org.nnlang.runtime.ModelFormatException;
import org.nnlang.runtime.Shape;

/** Sizes that a file declares, made a shape before anything is allocated for them. */
final class Sizes {
    private Sizes() {}

    /**
     * The shape of the declared sizes.
     *
     * @throws ModelFormatException if a size is not positive, or the elements are more than a Java array holds
     */
    static Shape shape(List<Long> sizes, Path file, String name) throws ModelFormatException {
        String what = file + ": " + Printable.of(name) + " has the shape " + sizes;
        long elements = 1;
        int[] narrow = new int[sizes.size()];
        for (int i = 0; i < narrow.length; i++) {
            long size = sizes.get(i);
            if (size <= 0) {
                throw new ModelFormatException(what + ": every size must be at least 1");
            }
            if (size > Integer.MAX_VALUE / elements) {
                throw new ModelFormatException(
                        what + ": at most " + Integer.MAX_VALUE + " elements fit into one array of Java");
            }
            elements *= size;
            narrow[i] = (int) size;
        }
        return Shape.of(narrow);
    }
}

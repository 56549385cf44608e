package org.nnlang.runtime.kernel;

import org.jspecify.annotations.Nullable;

/** The scratch memory of plain kernels. */
final class PlainWorkspace extends Workspace {
    /** Bytes of an array before its first element. */
    private static final int HEADER = 16;

    /** Bytes of a cache line, and of the longest vector. */
    private static final int NEAR = 64;

    private static final int QUARTER_PAGE = 1024;

    final float[][] rows;

    /** More of them, for what is transposed. */
    final float[][] columns;

    private @Nullable PlainNarrowProduct narrowProduct;

    PlainWorkspace(int rows, int columns, int width) {
        super(new PlainFunctions());
        this.rows = new float[rows][spread(width)];
        this.columns = new float[columns][spread(width)];
    }

    /**
     * A length of at least so many floats, such that arrays of it, one after another in memory, do not begin at nearly the same
     * place of a page: a processor takes a load there for one of what was just stored, and waits.
     */
    static int spread(int width) {
        int distance = HEADER + 4 * width;
        return (distance + NEAR) % QUARTER_PAGE < 2 * NEAR ? width + NEAR / 4 : width;
    }

    /** Made at the first use, since few sessions run batches that need it. */
    PlainNarrowProduct narrowProduct() {
        PlainNarrowProduct made = narrowProduct;
        if (made == null) {
            made = new PlainNarrowProduct();
            narrowProduct = made;
        }
        return made;
    }
}

package org.nnlang.runtime.kernel;

import org.jspecify.annotations.Nullable;

/** The scratch memory of plain kernels, which grows to what the calls need: there may be thousands of sessions. */
final class PlainWorkspace extends Workspace {
    /** Bytes of an array before its first element. */
    private static final int HEADER = 16;

    /** Bytes of a cache line, and of the longest vector. */
    private static final int NEAR = 64;

    private static final int QUARTER_PAGE = 1024;

    private final int width;
    private float[][] rows = {};
    private float[][] columns = {};
    private @Nullable PlainNarrowProduct narrowProduct;

    /** @param width the numbers of a row */
    PlainWorkspace(int width) {
        super(new PlainFunctions());
        this.width = spread(width);
    }

    /**
     * A length of at least so many floats, such that arrays of it, one after another in memory, do not begin at nearly the same
     * place of a page: a processor takes a load there for one of what was just stored, and waits.
     */
    static int spread(int width) {
        long distance = HEADER + 4L * width;
        return (distance + NEAR) % QUARTER_PAGE < 2 * NEAR ? width + NEAR / 4 : width;
    }

    /** So many rows or more. */
    float[][] rows(int count) {
        if (count > rows.length) {
            rows = new float[count][width];
        }
        return rows;
    }

    /** So many more of them or more, for what is transposed. */
    float[][] columns(int count) {
        if (count > columns.length) {
            columns = new float[count][width];
        }
        return columns;
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

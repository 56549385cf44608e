package org.nnlang.runtime.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The scratch memory of plain kernels. What predictions need it grows to, since there may be thousands of sessions; what gradients need
 * is made with it.
 */
final class PlainWorkspace extends Workspace {
    /** The floats that an array's header is as long as. */
    private static final int HEADER = 4;

    /** The floats of a cache line, and of the longest vector. */
    private static final int LINE = 16;

    /** Cache lines of a quarter of a page. */
    private static final int QUARTER_PAGE = 16;

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
     * A length of at least so many floats for arrays that are made one after another, which loops then read faster.
     *
     * <p>In memory they lie one behind another, and so begin at the same place of a cache line each, if each takes whole lines: where
     * the vectors of one are aligned, those of all are. But they must not begin at nearly the same place of a page: a processor
     * takes a load there for one of what was just stored, and waits. Arrays for short loops are left as they are.
     */
    static int spread(int width) {
        if (width < PlainTiles.SHORT) {
            return width;
        }
        int lines = (HEADER + width + LINE - 1) / LINE;
        int place = lines % QUARTER_PAGE;
        int more = place == 0 ? 1 : place == QUARTER_PAGE - 1 ? 2 : 0;
        return (lines + more) * LINE - HEADER;
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

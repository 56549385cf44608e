package org.nnlang.runtime.kernel;

import org.jspecify.annotations.Nullable;

/** The scratch memory of plain kernels, which grows to what the calls need: there may be thousands of sessions. */
final class PlainWorkspace extends Workspace {
    private final int width;
    private float[][] rows = {};
    private float[][] columns = {};
    private @Nullable PlainNarrowProduct narrowProduct;

    /** @param width the numbers of a row */
    PlainWorkspace(int width) {
        super(new PlainFunctions());
        this.width = width;
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

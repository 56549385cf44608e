package org.nnlang.runtime.kernel;

import org.jspecify.annotations.Nullable;

/** The scratch memory that kernels use during one call: of one session, and so of one thread. */
public final class Workspace {
    final float[][] rows;

    /** More of them, for what is transposed. */
    final float[][] columns;

    private @Nullable PlainNarrowProduct narrowProduct;

    Workspace(int rows, int columns, int width) {
        this.rows = new float[rows][width];
        this.columns = new float[columns][width];
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

package org.nnlang.runtime.kernel;

import org.jspecify.annotations.Nullable;

/** The scratch memory of plain kernels. */
final class PlainWorkspace extends Workspace {
    final float[][] rows;

    /** More of them, for what is transposed. */
    final float[][] columns;

    private @Nullable PlainNarrowProduct narrowProduct;

    PlainWorkspace(int rows, int columns, int width) {
        super(new PlainFunctions());
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

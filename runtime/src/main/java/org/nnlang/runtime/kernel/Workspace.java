package org.nnlang.runtime.kernel;

/** The scratch memory that kernels use during one call: of one session, and so of one thread. */
public final class Workspace {
    final float[][] rows;

    /** More of them, for what is transposed. */
    final float[][] columns;

    Workspace(int rows, int columns, int width) {
        this.rows = new float[rows][width];
        this.columns = new float[columns][width];
    }
}

package org.nnlang.runtime.kernel;

/** The scratch memory that kernels use during one call: of one session, and so of one thread. */
public final class Workspace {
    final float[][] rows;

    Workspace(int rows, int units) {
        this.rows = new float[rows][units];
    }
}

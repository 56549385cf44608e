package org.nnlang.runtime.kernel;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call of kernels, cut into ranges of rows, units or inputs, one a part.
 *
 * <p>It is made once a session and filled in for each call, so that calls allocate nothing.
 */
final class SharedCall implements Parts {
    /** What the parts are ranges of. */
    enum Kind {
        /** Rows of a product. */
        ROWS,
        /** Units of a product. */
        UNITS,
        /** Rows of a finished product, for its function. */
        FUNCTION_ROWS,
        /** Inputs of a weight's gradient. */
        INPUTS,
        /** Units of a weight's gradient. */
        GRADIENT_UNITS,
        /** Units of a weight that is transposed. */
        TRANSPOSED_UNITS
    }

    private static final float[] NONE = {};

    private final DivisibleKernels kernels;
    private final ThreadedWorkspace workspace;

    Kind kind = Kind.ROWS;

    @Nullable
    DenseWeights weights;

    /** Only of a call that transposes: where it writes. */
    @Nullable
    DenseWeights transposed;

    float @Nullable [] bias;

    @Nullable
    RowFunction function;

    float[] x = NONE;

    /** Of products: the first row of x. */
    int firstX;

    /** Written by products, read by gradients. */
    float[] y = NONE;

    /** Of products: the first row of y. */
    int firstY;

    int rows;

    /** Whether a gradient is added to what is there. */
    boolean adds;

    /** The ranges. */
    final EvenParts ranges = new EvenParts();

    SharedCall(DivisibleKernels kernels, ThreadedWorkspace workspace) {
        this.kernels = kernels;
        this.workspace = workspace;
    }

    @Override
    public void calculate(int part, int thread) {
        DenseWeights packed = weights;
        if (packed == null) {
            throw new IllegalStateException("no call was filled in");
        }
        int from = ranges.begin(part);
        int to = ranges.begin(part + 1);
        Workspace scratch = workspace.ofThread(thread);
        switch (kind) {
            case ROWS -> kernels.dense(scratch, packed, bias, function, x, firstX + from, y, firstY + from, to - from);
            case UNITS -> kernels.denseUnits(scratch, packed, bias, x, firstX, y, firstY, rows, from, to);
            case FUNCTION_ROWS -> apply(packed.units(), scratch, from, to);
            case INPUTS, GRADIENT_UNITS -> kernels.gradientPart(scratch, packed, x, y, rows, adds, kind, from, to);
            case TRANSPOSED_UNITS ->
                kernels.transposeUnits(packed, Objects.requireNonNull(transposed, "transposed"), from, to);
        }
    }

    private void apply(int width, Workspace scratch, int from, int to) {
        Objects.requireNonNull(function, "function").apply(scratch, y, (firstY + from) * width, to - from, width);
    }

    /** Lets go of what the call was about. */
    void clear() {
        weights = null;
        transposed = null;
        bias = null;
        function = null;
        x = NONE;
        y = NONE;
    }
}

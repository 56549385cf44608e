package org.nnlang.runtime.kernel;

import org.jspecify.annotations.Nullable;

/** Kernels that can calculate a part of a result: the rest is then calculated by other threads. */
interface DivisibleKernels extends Kernels {
    /** As {@link #dense} without a function, for the units from {@code from}, a multiple of 64, up to {@code to}. */
    void denseUnits(
            Workspace workspace,
            DenseWeights weights,
            float @Nullable [] bias,
            float[] x,
            int firstX,
            float[] y,
            int firstY,
            int rows,
            int from,
            int to);

    /** As {@link #transpose}, for the units from {@code from}, a multiple of 64, up to {@code to}. */
    void transposeUnits(DenseWeights weights, DenseWeights transposed, int from, int to);

    /** Whether calculating in parts is as fast as calculating the whole at once. */
    boolean divides(SharedCall.Kind kind, DenseWeights weights, int rows);

    /**
     * As {@link #weightGradient}, for some of the weights.
     *
     * @param adds whether the chains go on from the values that are there
     * @param kind what the range is of: {@link SharedCall.Kind#INPUTS} or {@link SharedCall.Kind#GRADIENT_UNITS}
     * @param from the first input or unit; of units a multiple of 64
     * @param to the input or unit after the last
     */
    void gradientPart(
            Workspace workspace,
            DenseWeights gradient,
            float[] x,
            float[] outputGradient,
            int rows,
            boolean adds,
            SharedCall.Kind kind,
            int from,
            int to);

    @Override
    default void transpose(Workspace workspace, DenseWeights weights, DenseWeights transposed) {
        transposeUnits(weights, transposed, 0, weights.units());
    }

    @Override
    default void weightGradient(
            Workspace workspace, DenseWeights gradient, float[] x, float[] outputGradient, int rows) {
        gradientPart(workspace, gradient, x, outputGradient, rows, false, SharedCall.Kind.INPUTS, 0, gradient.inputs());
    }

    @Override
    default void addWeightGradient(
            Workspace workspace, DenseWeights gradient, float[] x, float[] outputGradient, int rows) {
        gradientPart(workspace, gradient, x, outputGradient, rows, true, SharedCall.Kind.INPUTS, 0, gradient.inputs());
    }
}

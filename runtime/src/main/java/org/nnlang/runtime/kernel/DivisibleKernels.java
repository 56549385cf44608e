package org.nnlang.runtime.kernel;

import org.jspecify.annotations.Nullable;

/** Kernels that can calculate a part of a result: the rest is then calculated by other threads. */
interface DivisibleKernels extends Kernels {
    /** As {@link #dense} of one row at index 0, for the units from {@code from}, a multiple of 64, up to {@code to}. */
    void denseUnits(
            Workspace workspace, DenseWeights weights, float @Nullable [] bias, float[] x, float[] y, int from, int to);

    /** As {@link #transpose}, for the units from {@code from}, a multiple of 64, up to {@code to}. */
    void transposeUnits(DenseWeights weights, DenseWeights transposed, int from, int to);

    /** Whether calculating in parts is as fast as calculating the whole at once. */
    boolean divides(SharedCall.Kind kind, DenseWeights weights, int rows);

    /**
     * As {@link #weightGradient}, for the weights of the inputs from {@code from} up to {@code to}.
     *
     * @param adds whether the chains go on from the values that are there
     */
    void gradientOfInputs(
            Workspace workspace,
            DenseWeights gradient,
            float[] x,
            float[] outputGradient,
            int rows,
            boolean adds,
            int from,
            int to);

    /** As {@link #gradientOfInputs}, for the weights of the units from {@code from}, a multiple of 64, up to {@code to}. */
    void gradientOfUnits(
            Workspace workspace,
            DenseWeights gradient,
            float[] x,
            float[] outputGradient,
            int rows,
            boolean adds,
            int from,
            int to);

    @Override
    default void transpose(Workspace workspace, DenseWeights weights, DenseWeights transposed) {
        transposeUnits(weights, transposed, 0, weights.units());
    }

    @Override
    default void weightGradient(
            Workspace workspace, DenseWeights gradient, float[] x, float[] outputGradient, int rows) {
        gradientOfInputs(workspace, gradient, x, outputGradient, rows, false, 0, gradient.inputs());
    }

    @Override
    default void addWeightGradient(
            Workspace workspace, DenseWeights gradient, float[] x, float[] outputGradient, int rows) {
        gradientOfInputs(workspace, gradient, x, outputGradient, rows, true, 0, gradient.inputs());
    }
}

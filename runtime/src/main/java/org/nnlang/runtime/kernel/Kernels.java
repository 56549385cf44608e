package org.nnlang.runtime.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The arithmetic that is worth having in several versions, each for one kind of machine.
 *
 * <p>All versions give the same bits: each element of a product is one chain of fused multiply-adds in the order of the
 * inputs, whatever the batch, the tile or the version. The system property {@code org.nnlang.kernels} forces one:
 * {@code plain}, in Java as it is; {@code vector}, by the Vector API; {@code adaptive}, which starts plain and changes to
 * vector once that is compiled, and is the choice where the module {@code jdk.incubator.vector} is resolved; or
 * {@code simple}, made for reading, which the tests hold the others against.
 */
public interface Kernels {
    /**
     * The kernels of this machine, chosen at the first call.
     *
     * @throws IllegalArgumentException if the system property {@code org.nnlang.kernels} names none
     */
    static Kernels best() {
        return KernelChoice.best();
    }

    /** The name by which the system property selects them. */
    String name();

    /** Makes the weight [units, inputs] of a fully connected layer, all zeros. */
    DenseWeights denseWeights(int units, int inputs);

    /**
     * Makes the scratch memory of one session, for one thread.
     *
     * @param maximumUnits the most units of any layer that is calculated with it; 0 where there is none
     */
    Workspace workspace(int maximumUnits);

    /**
     * Calculates {@code y[r] = function(weights x[r] + bias)} for every row r.
     *
     * <p>Each element is one chain of {@link Math#fma(float, float, float)} from 0 in the order of the inputs, then plus
     * the bias, then the function.
     *
     * @param workspace scratch memory, for at least as many units
     * @param weights made by these same kernels, [units, inputs]
     * @param bias [units]; null for none
     * @param function of a finished row; null for the identity
     * @param x rows of [inputs]
     * @param firstX the first of them that is used, from 0
     * @param y rows of [units]; another array than x
     * @param firstY the first of them that is written, from 0
     * @param rows how many rows, at least 0
     */
    // JSpecify's annotations are for the compiler only: no module needs to read them.
    @SuppressWarnings("exports")
    void dense(
            Workspace workspace,
            DenseWeights weights,
            float @Nullable [] bias,
            @Nullable RowFunction function,
            float[] x,
            int firstX,
            float[] y,
            int firstY,
            int rows);

    /** As the other one, for rows that begin at index 0. */
    @SuppressWarnings("exports")
    default void dense(
            Workspace workspace,
            DenseWeights weights,
            float @Nullable [] bias,
            @Nullable RowFunction function,
            float[] x,
            float[] y,
            int rows) {
        dense(workspace, weights, bias, function, x, 0, y, 0, rows);
    }

    /**
     * How many rows a product calculates at a time: ranges of rows are best multiples of it. It may change while a program runs.
     *
     * @param units of the layer
     */
    int rowsAtATime(int units);

    /** Whether threads can share a product of several rows by its units, too: each then needs its own part of the weights only. */
    default boolean dividesUnits() {
        return false;
    }

    /**
     * Makes the scratch memory of one session that trains, for one thread.
     *
     * @param maximumUnits the most units of any layer that is calculated with it; 0 where there is none
     * @param maximumInputs the most inputs of any such layer
     */
    Workspace trainingWorkspace(int maximumUnits, int maximumInputs);

    /**
     * Writes to {@code transposed} [inputs, units] what is in {@code weights} [units, inputs].
     *
     * <p>The gradient by the inputs of a layer is then {@link #dense} over the transposed weight.
     *
     * @param workspace made by {@link #trainingWorkspace}
     * @param weights made by these same kernels
     * @param transposed made by these same kernels; written
     */
    void transpose(Workspace workspace, DenseWeights weights, DenseWeights transposed);

    /**
     * Writes to {@code gradient[u, k]} the sum of {@code outputGradient[r, u] x[r, k]} over all rows r.
     *
     * <p>Each element is one chain of {@link Math#fma(float, float, float)} in the order of the rows, from 0.
     *
     * @param workspace made by {@link #trainingWorkspace}, for at least as many units and inputs
     * @param gradient made by these same kernels, [units, inputs]; written
     * @param x rows of [inputs], from index 0
     * @param outputGradient rows of [units], from index 0
     * @param rows how many rows, at least 0
     */
    void weightGradient(Workspace workspace, DenseWeights gradient, float[] x, float[] outputGradient, int rows);

    /** As {@link #weightGradient}, but the chains go on from the values that are there: for a weight that has several uses. */
    void addWeightGradient(Workspace workspace, DenseWeights gradient, float[] x, float[] outputGradient, int rows);

    /** Calculates all gradients that were noted. */
    default void weightGradients(Workspace workspace, WeightGradients noted) {
        for (WeightGradients.Products first : noted.gradients()) {
            for (WeightGradients.Products each = first; each != null; each = each.next) {
                if (each.adds) {
                    addWeightGradient(workspace, each.gradient, each.x, each.outputGradient, each.rows);
                } else {
                    weightGradient(workspace, each.gradient, each.x, each.outputGradient, each.rows);
                }
            }
        }
    }
}

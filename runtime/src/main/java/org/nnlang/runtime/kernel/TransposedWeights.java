package org.nnlang.runtime.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * The transposes of weights, by which gradients go back through layers.
 *
 * <p>A step of training calculates them before its examples are shared by threads, each of which reads all of them.
 */
public final class TransposedWeights {
    private final Kernels kernels;
    private final List<DenseWeights> weights = new ArrayList<>();
    private final List<DenseWeights> transposed = new ArrayList<>();

    /** None yet. */
    public TransposedWeights(Kernels kernels) {
        this.kernels = kernels;
    }

    /** Makes room for the transpose of a weight, which gets the next index. */
    public void add(DenseWeights weight) {
        weights.add(weight);
        transposed.add(kernels.denseWeights(weight.inputs(), weight.units()));
    }

    /** Calculates all of them from what the weights are now. */
    public void calculate(Workspace workspace) {
        for (int i = 0; i < weights.size(); i++) {
            kernels.transpose(workspace, weights.get(i), transposed.get(i));
        }
    }

    /** A transpose, as of the last call of {@link #calculate}. */
    public DenseWeights of(int index) {
        return transposed.get(index);
    }
}

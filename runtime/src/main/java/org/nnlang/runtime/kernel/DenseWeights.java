package org.nnlang.runtime.kernel;

/** The weight [units, inputs] of a fully connected layer, packed as one {@link Kernels} likes it, and usable with that one only. */
public interface DenseWeights extends ParameterStorage {
    /** The number of outputs. */
    int units();

    /** The number of inputs. */
    int inputs();

    @Override
    DenseWeights sameLayout();
}

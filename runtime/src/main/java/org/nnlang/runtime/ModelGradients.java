package org.nnlang.runtime;

import java.util.List;

/**
 * The derivatives of a network: what every generated {@code ...Gradients} class is.
 *
 * <p>Apart from the model, so that a program that only predicts does not carry them.
 */
public interface ModelGradients {
    /** The network whose weights are trained. */
    Model model();

    /** What each output ends with, in the order of {@link Model#outputs()}. */
    List<OutputActivation> outputActivations();

    /**
     * Allocates the buffers for up to {@code capacity} examples at a time, and the gradients of all parameters.
     *
     * @throws IllegalArgumentException if capacity is not positive
     */
    GradientSession newSession(int capacity);
}

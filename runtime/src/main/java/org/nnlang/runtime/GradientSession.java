package org.nnlang.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.kernel.ParameterStorage;

/**
 * The buffers of one thread's training of a model: {@link #forward} keeps what {@link #backward} needs, and repeated calls allocate
 * nothing.
 *
 * <p>The examples of one port lie one after another in its array, as in {@link ModelSession}.
 */
public interface GradientSession {
    /** The largest number of examples of one call. */
    int capacity();

    /**
     * Sets the most threads of this session's calculations, in the place of the program's {@link org.nnlang.runtime.kernel.Threads};
     * the bits of the results do not depend on it.
     *
     * @param count with the thread that calls: 1 for it alone
     * @throws IllegalArgumentException if the count is less than 1 or more than 1,024
     */
    void useThreads(int count);

    /**
     * Calculates the outputs as training sees them: dropout drops.
     *
     * @param inputs one array an input; neither it nor its arrays may change before {@link #backward}
     * @param count how many examples, from 0 to {@link #capacity()}
     * @param outputs one array an output; written, and not to be changed before {@link #backward}
     * @param logits one array an output, of the same length: what its softmax or sigmoid is applied to; not written where
     *     {@link ModelGradients#outputActivations()} has {@link OutputActivation#OTHER}, and empty then
     * @param seed what random zeros are drawn by; equal seeds give equal zeros
     * @throws IllegalArgumentException if an array is too short, one is missing, or count is out of range
     */
    void forward(float[][] inputs, int count, float[][] outputs, float[][] logits, long seed);

    /**
     * Calculates the outputs as predicting sees them, without random zeros, and the logits; everything else is as in
     * {@link #forward}, which it may take the place of.
     */
    void predict(float[][] inputs, int count, float[][] outputs, float[][] logits);

    /**
     * Calculates the gradients of all parameters, replacing those of the call before: for each, the sum over the examples of the last
     * {@link #forward}.
     *
     * @param gradients one array an output: the derivative of the loss by each of its elements
     * @param atLogits for each output, whether its array is the derivative by the logits instead
     * @throws IllegalArgumentException if an array is too short or one is missing
     * @throws IllegalStateException if nothing was calculated forward
     */
    void backward(float[][] gradients, boolean[] atLogits);

    /**
     * The gradients that {@link #backward} calculates, one a parameter, in the order of {@link Model#parameters()}; live.
     *
     * <p>Callers must not write into gradients of weights that no step uses: each {@link #backward} replaces only what has uses, and
     * what was written there would stay.
     */
    List<ParameterStorage> gradients();

    /** Lets someone see the values of each step of the following calls of {@link #forward}; null for nobody. */
    // JSpecify's annotations are for the compiler only: no module needs to read them.
    @SuppressWarnings("exports")
    void observe(@Nullable StepObserver observer);
}

package org.nnlang.training;

import java.util.Map;
import org.nnlang.runtime.kernel.ParameterStorage;

/** The rule of an {@link Optimizer} for one parameter, and what it remembers of it. */
public interface ParameterUpdate {
    /**
     * Changes the weights by one step: one pass over the parameter's memory.
     *
     * @param gradient of the layout of the weights
     * @param scale what each gradient is multiplied by first: 1, or less where the norm of all gradients is clipped
     * @param learningRate of this step
     * @param step how many steps there were, this one included: from 1
     */
    void step(ParameterStorage gradient, float scale, double learningRate, long step);

    /**
     * Sets the most threads of a step, in the place of the program's {@link org.nnlang.runtime.kernel.Threads}; the bits of the
     * weights do not depend on it. A rule that calculates on one thread has nothing to do here.
     *
     * @param count with the thread that calls: 1 for it alone
     * @throws IllegalArgumentException if the count is less than 1 or more than 1,024
     */
    default void useThreads(int count) {}

    /** What it remembers between steps, by name, such as {@code momentum}; in a fixed order, for checkpoints. Live. */
    Map<String, ParameterStorage> memory();
}

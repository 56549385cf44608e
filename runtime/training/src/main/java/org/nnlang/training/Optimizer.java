package org.nnlang.training;

import java.util.List;
import org.nnlang.runtime.kernel.ParameterStorage;

/**
 * A rule by which gradients change weights, with its settings; immutable, so that one can be shared.
 *
 * <p>What it remembers of a parameter is in the {@link ParameterUpdate} that it makes for it.
 */
public interface Optimizer {
    /** What people call it, such as {@code adam}. */
    String name();

    /** The learning rate where no schedule gives another. */
    double learningRate();

    /** The same rule with another learning rate. */
    Optimizer withLearningRate(double learningRate);

    /** Makes the rule's memory of one parameter, as it is before the first step. */
    ParameterUpdate update(ParameterStorage weights);

    /**
     * What each gradient of a step is to be multiplied by first: 1, unless the norm of all gradients together is bounded.
     *
     * @param gradients of all parameters that training changes, in order of declaration
     */
    default float gradientScale(List<ParameterStorage> gradients) {
        return 1;
    }
}

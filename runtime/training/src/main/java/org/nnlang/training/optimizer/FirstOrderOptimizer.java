package org.nnlang.training.optimizer;

import java.util.List;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.training.Optimizer;

/**
 * An optimizer with what all of them have: weight decay and clipping.
 *
 * <p>A method {@code with...} returns a copy with one setting changed. A preset {@code keras()} or {@code torch()} has that
 * framework's formula and its defaults.
 *
 * @param <O> the optimizer itself
 */
public interface FirstOrderOptimizer<O extends FirstOrderOptimizer<O>> extends Optimizer {
    @Override
    O withLearningRate(double learningRate);

    /** How weights are pulled towards 0. */
    WeightDecay weightDecay();

    /** A copy that pulls weights towards 0 in this way. */
    O withWeightDecay(WeightDecay weightDecay);

    /** How gradients are bounded. */
    GradientClipping clipping();

    /** A copy that bounds gradients in this way. */
    O withClipping(GradientClipping clipping);

    /**
     * A copy with what the preset's framework calls {@code weight_decay}: decoupled in Keras and in AdamW, else L2 in PyTorch.
     *
     * @param rate 0 or more
     */
    default O withWeightDecay(double rate) {
        return withWeightDecay(weightDecay().withRate(rate));
    }

    /** A copy with weight decay by {@code w -= learningRate * rate * w} before the step, whatever the dialect. */
    default O withDecoupledWeightDecay(double rate) {
        return withWeightDecay(new WeightDecay(WeightDecay.Form.DECOUPLED, rate));
    }

    /** A copy with weight decay by {@code g += rate * w}, whatever the dialect. */
    default O withL2(double rate) {
        return withWeightDecay(new WeightDecay(WeightDecay.Form.L2, rate));
    }

    /** A copy that bounds the absolute value of each number of a gradient: Keras' {@code clipvalue}. */
    default O withClipValue(double value) {
        return withClipping(clipping().withValue(value));
    }

    /** A copy that bounds the norm of each parameter's gradient: Keras' {@code clipnorm}. */
    default O withClipNorm(double norm) {
        return withClipping(clipping().withNorm(norm));
    }

    /** A copy that bounds the norm of all gradients: Keras' {@code global_clipnorm}, PyTorch's {@code clip_grad_norm_}. */
    default O withGlobalClipNorm(double norm) {
        return withClipping(clipping().withGlobalNorm(norm));
    }

    @Override
    default float gradientScale(List<ParameterStorage> gradients) {
        return clipping().scale(gradients);
    }
}

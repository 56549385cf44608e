package org.nnlang.training.optimizer;

import java.util.Objects;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.training.ParameterUpdate;

/**
 * Adam (Kingma and Ba 2015): steps by the mean gradient over the root of the mean square; {@link AdamW} where the weight
 * decay is decoupled, AMSGrad (Reddi, Kale, Kumar 2018) where the largest mean square so far counts.
 *
 * <p>{@code m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g g}. Keras:
 * {@code w -= learningRate sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) + epsilon)}. PyTorch:
 * {@code w -= learningRate / (1 - beta1^t) m / (sqrt(v) / sqrt(1 - beta2^t) + epsilon)}. AMSGrad takes the largest of the v
 * so far for v, uncorrected in both.
 *
 * @param dialect whose formula
 * @param learningRate how far a step goes
 * @param beta1 the part of the mean gradient that is kept, from 0 to below 1
 * @param beta2 the part of the mean square that is kept, from 0 to below 1
 * @param epsilon what keeps the divisor from 0
 * @param amsgrad whether the largest mean square so far counts
 * @param weightDecay how weights are pulled towards 0
 * @param clipping how gradients are bounded
 */
public record Adam(
        Dialect dialect,
        double learningRate,
        double beta1,
        double beta2,
        double epsilon,
        boolean amsgrad,
        WeightDecay weightDecay,
        GradientClipping clipping)
        implements FirstOrderOptimizer<Adam> {
    /** Checks the settings. */
    public Adam {
        Objects.requireNonNull(dialect, "dialect");
        Settings.notNegative("learning rate", learningRate);
        Settings.fraction("beta1", beta1);
        Settings.fraction("beta2", beta2);
        Settings.epsilon(epsilon);
        Objects.requireNonNull(weightDecay, "weightDecay");
        Objects.requireNonNull(clipping, "clipping");
    }

    /** As {@code keras.optimizers.Adam()}: learning rate 0.001, betas 0.9 and 0.999, epsilon 1e-7. */
    public static Adam keras() {
        return preset(Dialect.KERAS, 1e-7);
    }

    /** As {@code torch.optim.Adam(...)}: learning rate 0.001, betas 0.9 and 0.999, epsilon 1e-8. */
    public static Adam torch() {
        return preset(Dialect.TORCH, 1e-8);
    }

    private static Adam preset(Dialect dialect, double epsilon) {
        return new Adam(
                dialect, 0.001, 0.9, 0.999, epsilon, false, WeightDecay.none(dialect), GradientClipping.none(dialect));
    }

    /** {@code adamw} with decoupled weight decay, else {@code amsgrad} or {@code adam}. */
    @Override
    public String name() {
        if (weightDecay.form() == WeightDecay.Form.DECOUPLED && weightDecay.rate() > 0) {
            return "adamw";
        }
        return amsgrad ? "amsgrad" : "adam";
    }

    @Override
    public Adam withLearningRate(double newLearningRate) {
        return new Adam(dialect, newLearningRate, beta1, beta2, epsilon, amsgrad, weightDecay, clipping);
    }

    /** A copy with another part of the mean gradient kept. */
    public Adam withBeta1(double newBeta1) {
        return new Adam(dialect, learningRate, newBeta1, beta2, epsilon, amsgrad, weightDecay, clipping);
    }

    /** A copy with another part of the mean square kept. */
    public Adam withBeta2(double newBeta2) {
        return new Adam(dialect, learningRate, beta1, newBeta2, epsilon, amsgrad, weightDecay, clipping);
    }

    /** A copy with another epsilon. */
    public Adam withEpsilon(double newEpsilon) {
        return new Adam(dialect, learningRate, beta1, beta2, newEpsilon, amsgrad, weightDecay, clipping);
    }

    /** A copy that is AMSGrad, or is not. */
    public Adam withAmsgrad(boolean newAmsgrad) {
        return new Adam(dialect, learningRate, beta1, beta2, epsilon, newAmsgrad, weightDecay, clipping);
    }

    @Override
    public Adam withWeightDecay(WeightDecay newWeightDecay) {
        return new Adam(dialect, learningRate, beta1, beta2, epsilon, amsgrad, newWeightDecay, clipping);
    }

    @Override
    public Adam withClipping(GradientClipping newClipping) {
        return new Adam(dialect, learningRate, beta1, beta2, epsilon, amsgrad, weightDecay, newClipping);
    }

    @Override
    public ParameterUpdate update(ParameterStorage weights) {
        return amsgrad ? new AmsgradUpdate(this, weights) : new AdamUpdate(this, weights);
    }
}

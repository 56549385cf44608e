package org.nnlang.training.optimizer;

import java.util.Objects;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.training.ParameterUpdate;

/**
 * RMSprop (Tieleman and Hinton, lecture 6.5, 2012), centered (Graves 2013) and with momentum if wanted.
 *
 * <p>{@code v = rho v + (1 - rho) g g}; centered {@code a = rho a + (1 - rho) g}, and {@code v - a a} in place of v below.
 * Keras divides by {@code sqrt(v + epsilon)}, PyTorch by {@code sqrt(v) + epsilon}. Momentum: Keras
 * {@code b = momentum b + learningRate g / d; w -= b}, PyTorch {@code b = momentum b + g / d; w -= learningRate b}.
 *
 * @param dialect whose formula
 * @param learningRate how far a step goes
 * @param rho the part of the mean square that is kept, from 0 to below 1; PyTorch's {@code alpha}
 * @param momentum the part of the last step that is kept, from 0 to below 1
 * @param epsilon what keeps the divisor from 0
 * @param centered whether the variance of the gradient counts, rather than its mean square
 * @param weightDecay how weights are pulled towards 0
 * @param clipping how gradients are bounded
 */
public record RMSprop(
        Dialect dialect,
        double learningRate,
        double rho,
        double momentum,
        double epsilon,
        boolean centered,
        WeightDecay weightDecay,
        GradientClipping clipping)
        implements FirstOrderOptimizer<RMSprop> {
    /** Checks the settings. */
    public RMSprop {
        Objects.requireNonNull(dialect, "dialect");
        Settings.notNegative("learning rate", learningRate);
        Settings.fraction("rho", rho);
        Settings.fraction("momentum", momentum);
        Settings.epsilon(epsilon);
        Objects.requireNonNull(weightDecay, "weightDecay");
        Objects.requireNonNull(clipping, "clipping");
    }

    /** As {@code keras.optimizers.RMSprop()}: learning rate 0.001, rho 0.9, epsilon 1e-7. */
    public static RMSprop keras() {
        return preset(Dialect.KERAS, 0.001, 0.9, 1e-7);
    }

    /** As {@code torch.optim.RMSprop(...)}: learning rate 0.01, alpha 0.99, epsilon 1e-8. */
    public static RMSprop torch() {
        return preset(Dialect.TORCH, 0.01, 0.99, 1e-8);
    }

    private static RMSprop preset(Dialect dialect, double learningRate, double rho, double epsilon) {
        return new RMSprop(
                dialect,
                learningRate,
                rho,
                0,
                epsilon,
                false,
                WeightDecay.none(dialect),
                GradientClipping.none(dialect));
    }

    @Override
    public String name() {
        return "rmsprop";
    }

    @Override
    public RMSprop withLearningRate(double rate) {
        return new RMSprop(dialect, rate, rho, momentum, epsilon, centered, weightDecay, clipping);
    }

    /** A copy with another part of the mean square kept. */
    public RMSprop withRho(double newRho) {
        return new RMSprop(dialect, learningRate, newRho, momentum, epsilon, centered, weightDecay, clipping);
    }

    /** A copy with another part of the last step kept. */
    public RMSprop withMomentum(double newMomentum) {
        return new RMSprop(dialect, learningRate, rho, newMomentum, epsilon, centered, weightDecay, clipping);
    }

    /** A copy with another epsilon. */
    public RMSprop withEpsilon(double newEpsilon) {
        return new RMSprop(dialect, learningRate, rho, momentum, newEpsilon, centered, weightDecay, clipping);
    }

    /** A copy that is centered, or is not. */
    public RMSprop withCentered(boolean newCentered) {
        return new RMSprop(dialect, learningRate, rho, momentum, epsilon, newCentered, weightDecay, clipping);
    }

    @Override
    public RMSprop withWeightDecay(WeightDecay newWeightDecay) {
        return new RMSprop(dialect, learningRate, rho, momentum, epsilon, centered, newWeightDecay, clipping);
    }

    @Override
    public RMSprop withClipping(GradientClipping newClipping) {
        return new RMSprop(dialect, learningRate, rho, momentum, epsilon, centered, weightDecay, newClipping);
    }

    @Override
    public ParameterUpdate update(ParameterStorage weights) {
        return centered ? new CenteredRmspropUpdate(this, weights) : new RmspropUpdate(this, weights);
    }
}

package org.nnlang.training.optimizer;

import java.util.Objects;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.training.ParameterUpdate;

/**
 * Adam by the largest gradient, which fades, rather than by the mean square (Kingma and Ba 2015, section 7.1).
 *
 * <p>{@code m = beta1 m + (1 - beta1) g}. Keras {@code u = max(beta2 u, |g|)},
 * {@code w -= learningRate / (1 - beta1^t) m / (u + epsilon)}; PyTorch {@code u = max(beta2 u, |g| + epsilon)},
 * {@code w -= learningRate / (1 - beta1^t) m / u}.
 *
 * @param dialect whose formula
 * @param learningRate how far a step goes
 * @param beta1 the part of the mean gradient that is kept, from 0 to below 1
 * @param beta2 the part of the largest gradient that is kept, from 0 to below 1
 * @param epsilon what keeps the divisor from 0
 * @param weightDecay how weights are pulled towards 0
 * @param clipping how gradients are bounded
 */
public record Adamax(
        Dialect dialect,
        double learningRate,
        double beta1,
        double beta2,
        double epsilon,
        WeightDecay weightDecay,
        GradientClipping clipping)
        implements FirstOrderOptimizer<Adamax> {
    /** Checks the settings. */
    public Adamax {
        Objects.requireNonNull(dialect, "dialect");
        Settings.notNegative("learning rate", learningRate);
        Settings.fraction("beta1", beta1);
        Settings.fraction("beta2", beta2);
        Settings.epsilon(epsilon);
        Objects.requireNonNull(weightDecay, "weightDecay");
        Objects.requireNonNull(clipping, "clipping");
    }

    /** As {@code keras.optimizers.Adamax()}: learning rate 0.001, betas 0.9 and 0.999, epsilon 1e-7. */
    public static Adamax keras() {
        return preset(Dialect.KERAS, 0.001, 1e-7);
    }

    /** As {@code torch.optim.Adamax(...)}: learning rate 0.002, betas 0.9 and 0.999, epsilon 1e-8. */
    public static Adamax torch() {
        return preset(Dialect.TORCH, 0.002, 1e-8);
    }

    private static Adamax preset(Dialect dialect, double learningRate, double epsilon) {
        return new Adamax(
                dialect, learningRate, 0.9, 0.999, epsilon, WeightDecay.none(dialect), GradientClipping.none(dialect));
    }

    @Override
    public String name() {
        return "adamax";
    }

    @Override
    public Adamax withLearningRate(double newLearningRate) {
        return new Adamax(dialect, newLearningRate, beta1, beta2, epsilon, weightDecay, clipping);
    }

    /** A copy with another part of the mean gradient kept. */
    public Adamax withBeta1(double newBeta1) {
        return new Adamax(dialect, learningRate, newBeta1, beta2, epsilon, weightDecay, clipping);
    }

    /** A copy with another part of the largest gradient kept. */
    public Adamax withBeta2(double newBeta2) {
        return new Adamax(dialect, learningRate, beta1, newBeta2, epsilon, weightDecay, clipping);
    }

    /** A copy with another epsilon. */
    public Adamax withEpsilon(double newEpsilon) {
        return new Adamax(dialect, learningRate, beta1, beta2, newEpsilon, weightDecay, clipping);
    }

    @Override
    public Adamax withWeightDecay(WeightDecay newWeightDecay) {
        return new Adamax(dialect, learningRate, beta1, beta2, epsilon, newWeightDecay, clipping);
    }

    @Override
    public Adamax withClipping(GradientClipping newClipping) {
        return new Adamax(dialect, learningRate, beta1, beta2, epsilon, weightDecay, newClipping);
    }

    @Override
    public ParameterUpdate update(ParameterStorage weights) {
        return new AdamaxUpdate(this, weights);
    }
}

package org.nnlang.training.optimizer;

import java.util.Objects;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.training.ParameterUpdate;

/**
 * Adam with Nesterov's momentum (Dozat, Incorporating Nesterov Momentum into Adam, 2016).
 *
 * <p>With {@code u(t) = beta1 (1 - 0.5 * 0.96^(t momentumDecay))} and p(t) the product of u(1) to u(t): m and v as in
 * {@link Adam}, {@code w -= learningRate (u(t + 1) m / (1 - p(t + 1)) + (1 - u(t)) g / (1 - p(t))) /
 * (sqrt(v / (1 - beta2^t)) + epsilon)}. Keras and PyTorch differ in the momentum decay, which is 1 in Keras.
 *
 * @param learningRate how far a step goes
 * @param beta1 the part of the mean gradient that is kept, from 0 to below 1
 * @param beta2 the part of the mean square that is kept, from 0 to below 1
 * @param epsilon what keeps the divisor from 0
 * @param momentumDecay how fast the momentum approaches beta1
 * @param weightDecay how weights are pulled towards 0
 * @param clipping how gradients are bounded
 */
public record Nadam(
        double learningRate,
        double beta1,
        double beta2,
        double epsilon,
        double momentumDecay,
        WeightDecay weightDecay,
        GradientClipping clipping)
        implements FirstOrderOptimizer<Nadam> {
    /** Checks the settings. */
    public Nadam {
        Settings.notNegative("learning rate", learningRate);
        Settings.fraction("beta1", beta1);
        Settings.fraction("beta2", beta2);
        Settings.epsilon(epsilon);
        Settings.notNegative("momentum decay", momentumDecay);
        Objects.requireNonNull(weightDecay, "weightDecay");
        Objects.requireNonNull(clipping, "clipping");
    }

    /** As {@code keras.optimizers.Nadam()}: learning rate 0.001, betas 0.9 and 0.999, epsilon 1e-7. */
    public static Nadam keras() {
        return preset(Dialect.KERAS, 0.001, 1e-7, 1);
    }

    /** As {@code torch.optim.NAdam(...)}: learning rate 0.002, betas 0.9 and 0.999, epsilon 1e-8, momentum decay 0.004. */
    public static Nadam torch() {
        return preset(Dialect.TORCH, 0.002, 1e-8, 0.004);
    }

    private static Nadam preset(Dialect dialect, double learningRate, double epsilon, double momentumDecay) {
        return new Nadam(
                learningRate,
                0.9,
                0.999,
                epsilon,
                momentumDecay,
                WeightDecay.none(dialect),
                GradientClipping.none(dialect));
    }

    @Override
    public String name() {
        return "nadam";
    }

    @Override
    public Nadam withLearningRate(double newLearningRate) {
        return new Nadam(newLearningRate, beta1, beta2, epsilon, momentumDecay, weightDecay, clipping);
    }

    /** A copy with another part of the mean gradient kept. */
    public Nadam withBeta1(double newBeta1) {
        return new Nadam(learningRate, newBeta1, beta2, epsilon, momentumDecay, weightDecay, clipping);
    }

    /** A copy with another part of the mean square kept. */
    public Nadam withBeta2(double newBeta2) {
        return new Nadam(learningRate, beta1, newBeta2, epsilon, momentumDecay, weightDecay, clipping);
    }

    /** A copy with another epsilon. */
    public Nadam withEpsilon(double newEpsilon) {
        return new Nadam(learningRate, beta1, beta2, newEpsilon, momentumDecay, weightDecay, clipping);
    }

    /** A copy with another decay of the momentum. */
    public Nadam withMomentumDecay(double newMomentumDecay) {
        return new Nadam(learningRate, beta1, beta2, epsilon, newMomentumDecay, weightDecay, clipping);
    }

    @Override
    public Nadam withWeightDecay(WeightDecay newWeightDecay) {
        return new Nadam(learningRate, beta1, beta2, epsilon, momentumDecay, newWeightDecay, clipping);
    }

    @Override
    public Nadam withClipping(GradientClipping newClipping) {
        return new Nadam(learningRate, beta1, beta2, epsilon, momentumDecay, weightDecay, newClipping);
    }

    @Override
    public ParameterUpdate update(ParameterStorage weights) {
        return new NadamUpdate(this, weights);
    }
}

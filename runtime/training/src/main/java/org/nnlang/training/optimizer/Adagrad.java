package org.nnlang.training.optimizer;

import java.util.Objects;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.training.ParameterUpdate;

/**
 * Adagrad (Duchi, Hazan, Singer 2011): steps shrink with the sum of the squared gradients so far.
 *
 * <p>{@code s += g g}, from {@code initialAccumulator} on; Keras {@code w -= learningRate g / sqrt(s + epsilon)}, PyTorch
 * {@code w -= learningRate / (1 + (step - 1) learningRateDecay) g / (sqrt(s) + epsilon)}.
 *
 * @param dialect whose formula
 * @param learningRate how far a step goes
 * @param learningRateDecay how fast the learning rate shrinks with the steps; PyTorch's {@code lr_decay}
 * @param initialAccumulator what the sum of squares starts at, 0 or more
 * @param epsilon what keeps the divisor from 0
 * @param weightDecay how weights are pulled towards 0
 * @param clipping how gradients are bounded
 */
public record Adagrad(
        Dialect dialect,
        double learningRate,
        double learningRateDecay,
        double initialAccumulator,
        double epsilon,
        WeightDecay weightDecay,
        GradientClipping clipping)
        implements FirstOrderOptimizer<Adagrad> {
    /** Checks the settings. */
    public Adagrad {
        Objects.requireNonNull(dialect, "dialect");
        Settings.notNegative("learning rate", learningRate);
        Settings.notNegative("learning rate decay", learningRateDecay);
        Settings.notNegative("initial accumulator", initialAccumulator);
        Settings.epsilon(epsilon);
        Objects.requireNonNull(weightDecay, "weightDecay");
        Objects.requireNonNull(clipping, "clipping");
    }

    /** As {@code keras.optimizers.Adagrad()}: learning rate 0.001, initial accumulator 0.1, epsilon 1e-7. */
    public static Adagrad keras() {
        return preset(Dialect.KERAS, 0.001, 0.1, 1e-7);
    }

    /** As {@code torch.optim.Adagrad(...)}: learning rate 0.01, initial accumulator 0, epsilon 1e-10. */
    public static Adagrad torch() {
        return preset(Dialect.TORCH, 0.01, 0, 1e-10);
    }

    private static Adagrad preset(Dialect dialect, double learningRate, double initialAccumulator, double epsilon) {
        return new Adagrad(
                dialect,
                learningRate,
                0,
                initialAccumulator,
                epsilon,
                WeightDecay.none(dialect),
                GradientClipping.none(dialect));
    }

    @Override
    public String name() {
        return "adagrad";
    }

    @Override
    public Adagrad withLearningRate(double rate) {
        return new Adagrad(dialect, rate, learningRateDecay, initialAccumulator, epsilon, weightDecay, clipping);
    }

    /** A copy with another decay of the learning rate. */
    public Adagrad withLearningRateDecay(double rate) {
        return new Adagrad(dialect, learningRate, rate, initialAccumulator, epsilon, weightDecay, clipping);
    }

    /** A copy with another start of the sum of squares. */
    public Adagrad withInitialAccumulator(double first) {
        return new Adagrad(dialect, learningRate, learningRateDecay, first, epsilon, weightDecay, clipping);
    }

    /** A copy with another epsilon. */
    public Adagrad withEpsilon(double newEpsilon) {
        return new Adagrad(
                dialect, learningRate, learningRateDecay, initialAccumulator, newEpsilon, weightDecay, clipping);
    }

    @Override
    public Adagrad withWeightDecay(WeightDecay decay) {
        return new Adagrad(dialect, learningRate, learningRateDecay, initialAccumulator, epsilon, decay, clipping);
    }

    @Override
    public Adagrad withClipping(GradientClipping bounds) {
        return new Adagrad(dialect, learningRate, learningRateDecay, initialAccumulator, epsilon, weightDecay, bounds);
    }

    @Override
    public ParameterUpdate update(ParameterStorage weights) {
        return new AdagradUpdate(this, weights);
    }
}

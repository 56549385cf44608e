package org.nnlang.training.optimizer;

import java.util.Objects;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.training.ParameterUpdate;

/**
 * Adadelta (Zeiler 2012): steps as large as the steps so far, relative to the gradients so far.
 *
 * <p>{@code v = rho v + (1 - rho) g g; d = sqrt(x + epsilon) / sqrt(v + epsilon) g; x = rho x + (1 - rho) d d;
 * w -= learningRate d}, in Keras as in PyTorch.
 *
 * @param learningRate how far a step goes
 * @param rho the part of the mean squares that is kept, from 0 to below 1
 * @param epsilon what keeps the divisor from 0, and starts the first step
 * @param weightDecay how weights are pulled towards 0
 * @param clipping how gradients are bounded
 */
public record Adadelta(
        double learningRate, double rho, double epsilon, WeightDecay weightDecay, GradientClipping clipping)
        implements FirstOrderOptimizer<Adadelta> {
    /** Checks the settings. */
    public Adadelta {
        Settings.notNegative("learning rate", learningRate);
        Settings.fraction("rho", rho);
        Settings.epsilon(epsilon);
        Objects.requireNonNull(weightDecay, "weightDecay");
        Objects.requireNonNull(clipping, "clipping");
    }

    /** As {@code keras.optimizers.Adadelta()}: learning rate 0.001, rho 0.95, epsilon 1e-7. */
    public static Adadelta keras() {
        return preset(Dialect.KERAS, 0.001, 0.95, 1e-7);
    }

    /** As {@code torch.optim.Adadelta(...)}: learning rate 1, rho 0.9, epsilon 1e-6. */
    public static Adadelta torch() {
        return preset(Dialect.TORCH, 1, 0.9, 1e-6);
    }

    private static Adadelta preset(Dialect dialect, double learningRate, double rho, double epsilon) {
        return new Adadelta(learningRate, rho, epsilon, WeightDecay.none(dialect), GradientClipping.none(dialect));
    }

    @Override
    public String name() {
        return "adadelta";
    }

    @Override
    public Adadelta withLearningRate(double newLearningRate) {
        return new Adadelta(newLearningRate, rho, epsilon, weightDecay, clipping);
    }

    /** A copy with another part of the mean squares kept. */
    public Adadelta withRho(double newRho) {
        return new Adadelta(learningRate, newRho, epsilon, weightDecay, clipping);
    }

    /** A copy with another epsilon. */
    public Adadelta withEpsilon(double newEpsilon) {
        return new Adadelta(learningRate, rho, newEpsilon, weightDecay, clipping);
    }

    @Override
    public Adadelta withWeightDecay(WeightDecay newWeightDecay) {
        return new Adadelta(learningRate, rho, epsilon, newWeightDecay, clipping);
    }

    @Override
    public Adadelta withClipping(GradientClipping newClipping) {
        return new Adadelta(learningRate, rho, epsilon, weightDecay, newClipping);
    }

    @Override
    public ParameterUpdate update(ParameterStorage weights) {
        return new AdadeltaUpdate(this, weights);
    }
}

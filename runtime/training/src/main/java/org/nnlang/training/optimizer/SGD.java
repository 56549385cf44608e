package org.nnlang.training.optimizer;

import java.util.Objects;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.training.ParameterUpdate;

/**
 * Stochastic gradient descent, with or without momentum (Polyak 1964) or Nesterov's (Sutskever et al. 2013).
 *
 * <p>Keras: {@code v = momentum v - learningRate g; w += v}, Nesterov {@code w += momentum v - learningRate g}. PyTorch:
 * {@code b = momentum b + (1 - dampening) g}, at the first step {@code b = g}; {@code w -= learningRate b}, Nesterov
 * {@code w -= learningRate (g + momentum b)}. They differ where the learning rate changes.
 *
 * @param dialect whose formula
 * @param learningRate how far a step goes
 * @param momentum the part of the last step that is kept, from 0 to below 1
 * @param dampening the part of the gradient that does not enter the momentum, from 0 to below 1; PyTorch has it
 * @param nesterov whether Nesterov's momentum is used: without momentum Keras ignores it, where PyTorch, and so its dialect here,
 *     refuses it, as it does with dampening
 * @param weightDecay how weights are pulled towards 0
 * @param clipping how gradients are bounded
 */
public record SGD(
        Dialect dialect,
        double learningRate,
        double momentum,
        double dampening,
        boolean nesterov,
        WeightDecay weightDecay,
        GradientClipping clipping)
        implements FirstOrderOptimizer<SGD> {
    /** Checks the settings. */
    public SGD {
        Objects.requireNonNull(dialect, "dialect");
        Settings.notNegative("learning rate", learningRate);
        Settings.fraction("momentum", momentum);
        Settings.fraction("dampening", dampening);
        Objects.requireNonNull(weightDecay, "weightDecay");
        Objects.requireNonNull(clipping, "clipping");
    }

    /** As {@code keras.optimizers.SGD()}: learning rate 0.01. */
    public static SGD keras() {
        return preset(Dialect.KERAS, 0.01);
    }

    /** As {@code torch.optim.SGD(...)}: learning rate 0.001. */
    public static SGD torch() {
        return preset(Dialect.TORCH, 0.001);
    }

    private static SGD preset(Dialect dialect, double learningRate) {
        return new SGD(dialect, learningRate, 0, 0, false, WeightDecay.none(dialect), GradientClipping.none(dialect));
    }

    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public SGD withLearningRate(double newLearningRate) {
        return new SGD(dialect, newLearningRate, momentum, dampening, nesterov, weightDecay, clipping);
    }

    /** A copy with another part of the last step kept. */
    public SGD withMomentum(double newMomentum) {
        return new SGD(dialect, learningRate, newMomentum, dampening, nesterov, weightDecay, clipping);
    }

    /** A copy with another part of the gradient kept out of the momentum. */
    public SGD withDampening(double newDampening) {
        return new SGD(dialect, learningRate, momentum, newDampening, nesterov, weightDecay, clipping);
    }

    /** A copy with or without Nesterov's momentum. */
    public SGD withNesterov(boolean newNesterov) {
        return new SGD(dialect, learningRate, momentum, dampening, newNesterov, weightDecay, clipping);
    }

    @Override
    public SGD withWeightDecay(WeightDecay newWeightDecay) {
        return new SGD(dialect, learningRate, momentum, dampening, nesterov, newWeightDecay, clipping);
    }

    @Override
    public SGD withClipping(GradientClipping newClipping) {
        return new SGD(dialect, learningRate, momentum, dampening, nesterov, weightDecay, newClipping);
    }

    /** @throws IllegalArgumentException if PyTorch has no such rule; not before, so that settings can be made in any order */
    @Override
    public ParameterUpdate update(ParameterStorage weights) {
        if (dialect == Dialect.TORCH && nesterov && (momentum == 0 || dampening != 0)) {
            throw new IllegalArgumentException("Nesterov's momentum needs a momentum and no dampening, got momentum "
                    + momentum + " and dampening " + dampening);
        }
        return momentum == 0 ? new SgdUpdate(this, weights) : new MomentumUpdate(this, weights);
    }
}

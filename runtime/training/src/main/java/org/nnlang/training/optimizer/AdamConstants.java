package org.nnlang.training.optimizer;

import org.nnlang.training.math.Power;

/**
 * What {@link Adam} calculates once a step: {@code w -= rate m / (sqrt(v) + epsilon)}.
 *
 * <p>PyTorch divides the root by {@code sqrt(1 - beta2^t)} before it adds epsilon; the same is to multiply epsilon by it, and
 * then one loop serves both.
 */
final class AdamConstants {
    final float beta1;
    final float new1;
    final float beta2;
    final float new2;
    float rate;
    float epsilon;
    private final Adam optimizer;

    AdamConstants(Adam optimizer) {
        this.optimizer = optimizer;
        this.beta1 = (float) optimizer.beta1();
        this.new1 = (float) (1 - optimizer.beta1());
        this.beta2 = (float) optimizer.beta2();
        this.new2 = (float) (1 - optimizer.beta2());
    }

    void begin(double learningRate, long step) {
        double correction1 = 1 - Power.of(optimizer.beta1(), step);
        double correction2 = Math.sqrt(1 - Power.of(optimizer.beta2(), step));
        rate = (float) (learningRate * correction2 / correction1);
        epsilon = (float)
                (optimizer.dialect() == Dialect.KERAS ? optimizer.epsilon() : optimizer.epsilon() * correction2);
    }
}

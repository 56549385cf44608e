package org.nnlang.training.optimizer;

/**
 * What {@link RMSprop} calculates once a step: {@code b = momentum b + entering g / (sqrt(v + inside) + outside); w -= rate b}.
 *
 * <p>Keras has epsilon inside the root and the learning rate inside the buffer, PyTorch both outside.
 */
final class RmspropConstants {
    final float rho;
    final float fresh;
    final float momentum;
    final float inside;
    final float outside;
    float entering;
    float rate;
    private final boolean within;

    RmspropConstants(RMSprop optimizer) {
        this.rho = (float) optimizer.rho();
        this.fresh = (float) (1 - optimizer.rho());
        this.momentum = (float) optimizer.momentum();
        this.within = optimizer.dialect() == Dialect.KERAS;
        this.inside = within ? (float) optimizer.epsilon() : 0;
        this.outside = within ? 0 : (float) optimizer.epsilon();
    }

    void begin(double learningRate) {
        entering = within ? (float) learningRate : 1;
        rate = within ? 1 : (float) learningRate;
    }
}

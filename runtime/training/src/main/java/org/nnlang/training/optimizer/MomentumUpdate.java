package org.nnlang.training.optimizer;

import org.nnlang.runtime.kernel.ParameterStorage;

/**
 * {@link SGD} with momentum: {@code b = momentum b + entering g; w -= rate (look b + direct g)}.
 *
 * <p>Keras has the learning rate within the buffer, PyTorch outside; Nesterov's look ahead is the momentum, else 1.
 */
final class MomentumUpdate extends ElementwiseUpdate {
    private final SGD optimizer;
    private final float[][] buffer = remember("momentum");
    private float entering;
    private float direct;
    private float rate;

    MomentumUpdate(SGD optimizer, ParameterStorage weights) {
        super(optimizer, weights);
        this.optimizer = optimizer;
    }

    @Override
    void begin(double learningRate, long step) {
        boolean within = optimizer.dialect() == Dialect.KERAS;
        double inner = within ? learningRate : 1;
        entering = (float) (step == 1 ? inner : inner * (1 - optimizer.dampening()));
        direct = optimizer.nesterov() ? (float) inner : 0;
        rate = within ? 1 : (float) learningRate;
    }

    @Override
    void change(int array, int from, int to, float[] w, float[] g, float[] scratch, float kept) {
        float momentum = (float) optimizer.momentum();
        float look = optimizer.nesterov() ? momentum : 1;
        descend(from, to, w, g, buffer[array], kept, momentum, entering, look, direct, rate);
    }

    private static void descend(
            int from,
            int to,
            float[] w,
            float[] g,
            float[] b,
            float kept,
            float momentum,
            float entering,
            float look,
            float direct,
            float rate) {
        for (int j = from; j < to; j++) {
            float gradient = g[j];
            float buffered = Underflow.mean(momentum * b[j] + entering * gradient);
            b[j] = buffered;
            w[j] = kept * w[j] - rate * (look * buffered + direct * gradient);
        }
    }
}

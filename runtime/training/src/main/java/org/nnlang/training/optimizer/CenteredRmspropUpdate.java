package org.nnlang.training.optimizer;

import org.nnlang.runtime.kernel.ParameterStorage;

/** {@link RMSprop} by the variance of the gradient. */
final class CenteredRmspropUpdate extends ElementwiseUpdate {
    private final RmspropConstants constants;
    private final float[][] square = remember("square");
    private final float[][] mean = remember("mean");
    private final float[][] buffer;

    CenteredRmspropUpdate(RMSprop optimizer, ParameterStorage weights) {
        super(optimizer, weights);
        this.constants = new RmspropConstants(optimizer);
        this.buffer = optimizer.momentum() == 0 ? new float[0][] : remember("momentum");
    }

    @Override
    void begin(double learningRate, long step) {
        constants.begin(learningRate);
    }

    @Override
    boolean usesScratch() {
        return buffer.length != 0;
    }

    @Override
    void change(int array, int from, int to, float[] w, float[] g, float[] scratch, float kept) {
        if (buffer.length == 0) {
            descend(from, to, w, g, square[array], mean[array], kept, constants);
        } else {
            // In one loop it would be too long to be made vector instructions of, on Java 17.
            divide(from, to, g, square[array], mean[array], scratch, constants);
            descend(from, to, w, scratch, buffer[array], kept, constants);
        }
    }

    private static void descend(
            int from, int to, float[] w, float[] g, float[] v, float[] m, float kept, RmspropConstants c) {
        float rho = c.rho;
        float fresh = c.fresh;
        float inside = c.inside;
        float outside = c.outside;
        float rate = c.rate * c.entering;
        for (int j = from; j < to; j++) {
            float gradient = g[j];
            float square = Underflow.square(rho * v[j] + fresh * (gradient * gradient));
            float mean = Underflow.squaredMean(rho * m[j] + fresh * gradient);
            // Rounding alone could make it negative.
            float variance = Math.max(0f, square - mean * mean);
            v[j] = square;
            m[j] = mean;
            w[j] = kept * w[j] - rate * gradient / ((float) Math.sqrt(variance + inside) + outside);
        }
    }

    private static void divide(int from, int to, float[] g, float[] v, float[] m, float[] moves, RmspropConstants c) {
        float rho = c.rho;
        float fresh = c.fresh;
        float inside = c.inside;
        float outside = c.outside;
        float entering = c.entering;
        for (int j = from; j < to; j++) {
            float gradient = g[j];
            float square = Underflow.square(rho * v[j] + fresh * (gradient * gradient));
            float mean = Underflow.squaredMean(rho * m[j] + fresh * gradient);
            float variance = Math.max(0f, square - mean * mean);
            v[j] = square;
            m[j] = mean;
            moves[j] = entering * gradient / ((float) Math.sqrt(variance + inside) + outside);
        }
    }

    private static void descend(int from, int to, float[] w, float[] moves, float[] b, float kept, RmspropConstants c) {
        float momentum = c.momentum;
        float rate = c.rate;
        for (int j = from; j < to; j++) {
            float buffered = Underflow.mean(momentum * b[j] + moves[j]);
            b[j] = buffered;
            w[j] = kept * w[j] - rate * buffered;
        }
    }
}

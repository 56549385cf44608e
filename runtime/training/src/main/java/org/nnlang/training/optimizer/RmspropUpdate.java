package org.nnlang.training.optimizer;

import org.nnlang.runtime.kernel.ParameterStorage;

/** {@link RMSprop} that is not centered. */
final class RmspropUpdate extends ElementwiseUpdate {
    private final RmspropConstants constants;
    private final float[][] square = remember("square");
    private final float[][] buffer;

    RmspropUpdate(RMSprop optimizer, ParameterStorage weights) {
        super(optimizer, weights);
        this.constants = new RmspropConstants(optimizer);
        this.buffer = optimizer.momentum() == 0 ? new float[0][] : remember("momentum");
    }

    @Override
    void begin(double learningRate, long step) {
        constants.begin(learningRate);
    }

    @Override
    void change(int array, int from, int to, float[] w, float[] g, float[] scratch, float kept) {
        if (buffer.length == 0) {
            descend(from, to, w, g, square[array], kept, constants);
        } else {
            descend(from, to, w, g, square[array], buffer[array], kept, constants);
        }
    }

    private static void descend(int from, int to, float[] w, float[] g, float[] v, float kept, RmspropConstants c) {
        float rho = c.rho;
        float fresh = c.fresh;
        float inside = c.inside;
        float outside = c.outside;
        float rate = c.rate * c.entering;
        for (int j = from; j < to; j++) {
            float gradient = g[j];
            float square = Underflow.square(rho * v[j] + fresh * (gradient * gradient));
            v[j] = square;
            w[j] = kept * w[j] - rate * gradient / ((float) Math.sqrt(square + inside) + outside);
        }
    }

    private static void descend(
            int from, int to, float[] w, float[] g, float[] v, float[] b, float kept, RmspropConstants c) {
        float rho = c.rho;
        float fresh = c.fresh;
        float momentum = c.momentum;
        float inside = c.inside;
        float outside = c.outside;
        float entering = c.entering;
        float rate = c.rate;
        for (int j = from; j < to; j++) {
            float gradient = g[j];
            float square = Underflow.square(rho * v[j] + fresh * (gradient * gradient));
            float moved = entering * gradient / ((float) Math.sqrt(square + inside) + outside);
            float buffered = Underflow.mean(momentum * b[j] + moved);
            v[j] = square;
            b[j] = buffered;
            w[j] = kept * w[j] - rate * buffered;
        }
    }
}

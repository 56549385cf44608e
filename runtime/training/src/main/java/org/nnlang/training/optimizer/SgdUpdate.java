package org.nnlang.training.optimizer;

import org.nnlang.runtime.kernel.ParameterStorage;

/** {@link SGD} without momentum, which remembers nothing. */
final class SgdUpdate extends ElementwiseUpdate {
    private float rate;

    SgdUpdate(SGD optimizer, ParameterStorage weights) {
        super(optimizer, weights);
    }

    @Override
    void begin(double learningRate, long step) {
        rate = (float) learningRate;
    }

    @Override
    void change(int array, int from, int to, float[] w, float[] g, float[] scratch, float kept) {
        descend(from, to, w, g, kept, rate);
    }

    private static void descend(int from, int to, float[] w, float[] g, float kept, float rate) {
        for (int j = from; j < to; j++) {
            w[j] = kept * w[j] - rate * g[j];
        }
    }
}

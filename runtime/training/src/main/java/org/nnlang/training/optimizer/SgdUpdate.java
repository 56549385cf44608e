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
    void change(int array, float[] w, float[] g, float kept) {
        descend(w, g, kept, rate);
    }

    private static void descend(float[] w, float[] g, float kept, float rate) {
        for (int j = 0; j < w.length; j++) {
            w[j] = kept * w[j] - rate * g[j];
        }
    }
}

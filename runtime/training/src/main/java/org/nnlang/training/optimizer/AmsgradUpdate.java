package org.nnlang.training.optimizer;

import org.nnlang.runtime.kernel.ParameterStorage;

/** {@link Adam} with AMSGrad: the largest mean square so far counts. */
final class AmsgradUpdate extends ElementwiseUpdate {
    private final AdamConstants constants;
    private final float[][] mean = remember("mean");
    private final float[][] square = remember("square");
    private final float[][] largest = remember("largest");

    AmsgradUpdate(Adam optimizer, ParameterStorage weights) {
        super(optimizer, weights);
        this.constants = new AdamConstants(optimizer);
    }

    @Override
    void begin(double learningRate, long step) {
        constants.begin(learningRate, step);
    }

    @Override
    void change(int array, int from, int to, float[] w, float[] g, float[] scratch, float kept) {
        descend(from, to, w, g, mean[array], square[array], largest[array], kept, constants);
    }

    private static void descend(
            int from, int to, float[] w, float[] g, float[] m, float[] v, float[] most, float kept, AdamConstants c) {
        float beta1 = c.beta1;
        float new1 = c.new1;
        float beta2 = c.beta2;
        float new2 = c.new2;
        float rate = c.rate;
        float epsilon = c.epsilon;
        for (int j = from; j < to; j++) {
            float gradient = g[j];
            float mean = Underflow.mean(beta1 * m[j] + new1 * gradient);
            float square = Underflow.square(beta2 * v[j] + new2 * (gradient * gradient));
            float largest = Math.max(most[j], square);
            m[j] = mean;
            v[j] = square;
            most[j] = largest;
            w[j] = kept * w[j] - rate * mean / ((float) Math.sqrt(largest) + epsilon);
        }
    }
}

package org.nnlang.training.optimizer;

import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.training.math.Power;

/** {@link Adamax}: {@code u = max(beta2 u, |g|); w -= rate m / (u + epsilon)}. */
final class AdamaxUpdate extends ElementwiseUpdate {
    private final Adamax optimizer;
    private final float[][] mean = remember("mean");
    private final float[][] largest = remember("largest");
    private final float inside;
    private final float outside;
    private float rate;

    AdamaxUpdate(Adamax optimizer, ParameterStorage weights) {
        super(optimizer, weights);
        this.optimizer = optimizer;
        boolean within = optimizer.dialect() == Dialect.TORCH;
        this.inside = within ? (float) optimizer.epsilon() : 0;
        this.outside = within ? 0 : (float) optimizer.epsilon();
    }

    @Override
    void begin(double learningRate, long step) {
        rate = (float) (learningRate / (1 - Power.of(optimizer.beta1(), step)));
    }

    @Override
    void change(int array, int from, int to, float[] w, float[] g, float[] scratch, float kept) {
        float beta1 = (float) optimizer.beta1();
        float new1 = (float) (1 - optimizer.beta1());
        float beta2 = (float) optimizer.beta2();
        descend(from, to, w, g, mean[array], largest[array], kept, beta1, new1, beta2, inside, outside, rate);
    }

    private static void descend(
            int from,
            int to,
            float[] w,
            float[] g,
            float[] m,
            float[] u,
            float kept,
            float beta1,
            float new1,
            float beta2,
            float inside,
            float outside,
            float rate) {
        for (int j = from; j < to; j++) {
            float gradient = g[j];
            float mean = Underflow.mean(beta1 * m[j] + new1 * gradient);
            // PyTorch keeps epsilon in u: it gets into padding too, where m and with it the step stay 0.
            float largest = Math.max(Underflow.square(beta2 * u[j]), Math.abs(gradient) + inside);
            m[j] = mean;
            u[j] = largest;
            w[j] = kept * w[j] - rate * mean / (largest + outside);
        }
    }
}

package org.nnlang.training.optimizer;

import org.nnlang.runtime.kernel.ParameterStorage;

/** {@link Adagrad}: {@code s += g g; w -= rate g / (sqrt(s + inside) + outside)}. */
final class AdagradUpdate extends ElementwiseUpdate {
    private final Adagrad optimizer;
    private final float[][] squares = remember("squares");
    private final float inside;
    private final float outside;
    private float rate;

    AdagradUpdate(Adagrad optimizer, ParameterStorage weights) {
        super(optimizer, weights);
        this.optimizer = optimizer;
        boolean within = optimizer.dialect() == Dialect.KERAS;
        // The sum itself starts at 0, as everything that is remembered does: padding has to stay so.
        this.inside = (float) (optimizer.initialAccumulator() + (within ? optimizer.epsilon() : 0));
        this.outside = within ? 0 : (float) optimizer.epsilon();
    }

    @Override
    void begin(double learningRate, long step) {
        rate = (float) (learningRate / (1 + (step - 1) * optimizer.learningRateDecay()));
    }

    @Override
    void change(int array, int from, int to, float[] w, float[] g, float[] scratch, float kept) {
        descend(from, to, w, g, squares[array], kept, inside, outside, rate);
    }

    private static void descend(
            int from, int to, float[] w, float[] g, float[] s, float kept, float inside, float outside, float rate) {
        for (int j = from; j < to; j++) {
            float gradient = g[j];
            float sum = s[j] + gradient * gradient;
            s[j] = sum;
            w[j] = kept * w[j] - rate * gradient / ((float) Math.sqrt(sum + inside) + outside);
        }
    }
}

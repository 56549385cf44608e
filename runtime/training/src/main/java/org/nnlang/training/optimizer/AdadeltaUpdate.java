package org.nnlang.training.optimizer;

import org.nnlang.runtime.kernel.ParameterStorage;

/** {@link Adadelta}. */
final class AdadeltaUpdate extends ElementwiseUpdate {
    private final float[][] square = remember("square");
    private final float[][] squareOfSteps = remember("squareOfSteps");
    private final float rho;
    private final float fresh;
    private final float epsilon;
    private float rate;

    AdadeltaUpdate(Adadelta optimizer, ParameterStorage weights) {
        super(optimizer, weights);
        this.rho = (float) optimizer.rho();
        this.fresh = (float) (1 - optimizer.rho());
        this.epsilon = (float) optimizer.epsilon();
    }

    @Override
    void begin(double learningRate, long step) {
        rate = (float) learningRate;
    }

    @Override
    void change(int array, int from, int to, float[] w, float[] g, float[] scratch, float kept) {
        descend(from, to, w, g, square[array], squareOfSteps[array], kept, rho, fresh, epsilon, rate);
    }

    private static void descend(
            int from,
            int to,
            float[] w,
            float[] g,
            float[] v,
            float[] x,
            float kept,
            float rho,
            float fresh,
            float epsilon,
            float rate) {
        for (int j = from; j < to; j++) {
            float gradient = g[j];
            float before = x[j];
            float square = Underflow.square(rho * v[j] + fresh * (gradient * gradient));
            float move = (float) Math.sqrt((before + epsilon) / (square + epsilon)) * gradient;
            v[j] = square;
            x[j] = Underflow.square(rho * before + fresh * (move * move));
            w[j] = kept * w[j] - rate * move;
        }
    }
}

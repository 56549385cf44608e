package org.nnlang.training.optimizer;

import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.training.math.Power;

/** {@link Nadam}: {@code w -= (ofMean m + ofGradient g) / (sqrt(v) + epsilon)}. */
final class NadamUpdate extends ElementwiseUpdate {
    private final Nadam optimizer;
    /** How the distance of the momentum to beta1 shrinks in a step. */
    private final double decay;

    private final float[][] mean = remember("mean");
    private final float[][] square = remember("square");
    /** The product of the momenta up to the step before {@link #next}. */
    private double product = 1;

    private long next = 1;
    private float ofMean;
    private float ofGradient;
    private float epsilon;

    NadamUpdate(Nadam optimizer, ParameterStorage weights) {
        super(optimizer, weights);
        this.optimizer = optimizer;
        this.decay = Power.of(0.96, optimizer.momentumDecay());
    }

    @Override
    void begin(double learningRate, long step) {
        multiplyUpTo(step);
        double now = momentum(step);
        double then = momentum(step + 1);
        double correction = Math.sqrt(1 - Power.of(optimizer.beta2(), step));
        double rate = learningRate * correction;
        ofMean = (float) (rate * then / (1 - product * then));
        ofGradient = (float) (rate * (1 - now) / (1 - product));
        epsilon = (float) (optimizer.epsilon() * correction);
    }

    /** By one factor where step follows step; from the start where training goes on from a checkpoint: to the same bits. */
    private void multiplyUpTo(long step) {
        if (next > step) {
            next = 1;
            product = 1;
        }
        while (next <= step) {
            product *= momentum(next);
            next++;
        }
    }

    private double momentum(long step) {
        return optimizer.beta1() * (1 - 0.5 * Power.of(decay, step));
    }

    @Override
    void change(int array, int from, int to, float[] w, float[] g, float[] scratch, float kept) {
        float beta1 = (float) optimizer.beta1();
        float new1 = (float) (1 - optimizer.beta1());
        float beta2 = (float) optimizer.beta2();
        float new2 = (float) (1 - optimizer.beta2());
        descend(
                from,
                to,
                w,
                g,
                mean[array],
                square[array],
                kept,
                beta1,
                new1,
                beta2,
                new2,
                ofMean,
                ofGradient,
                epsilon);
    }

    private static void descend(
            int from,
            int to,
            float[] w,
            float[] g,
            float[] m,
            float[] v,
            float kept,
            float beta1,
            float new1,
            float beta2,
            float new2,
            float ofMean,
            float ofGradient,
            float epsilon) {
        for (int j = from; j < to; j++) {
            float gradient = g[j];
            float mean = Underflow.mean(beta1 * m[j] + new1 * gradient);
            float square = Underflow.square(beta2 * v[j] + new2 * (gradient * gradient));
            m[j] = mean;
            v[j] = square;
            w[j] = kept * w[j] - (ofMean * mean + ofGradient * gradient) / ((float) Math.sqrt(square) + epsilon);
        }
    }
}

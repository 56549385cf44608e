package org.nnlang.training.optimizer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.training.ParameterUpdate;

/**
 * A rule that changes every weight by itself: what is common to all of them.
 *
 * <p>A rule is one loop over arrays of the same length with plain indexes, since the just-in-time compiler makes vector
 * instructions of such loops only. What depends on the dialect is in constants, which are calculated in double precision
 * once a step.
 */
abstract class ElementwiseUpdate implements ParameterUpdate {
    private final ParameterStorage storage;
    private final float[][] weights;
    private final GradientClipping clipping;
    private final WeightDecay decay;
    private final Map<String, ParameterStorage> memory = new LinkedHashMap<>();
    /** One array of the gradient, scaled, clipped and with weight decay: that way it stays in the processor's cache. */
    private final float[] prepared;

    ElementwiseUpdate(FirstOrderOptimizer<?> optimizer, ParameterStorage weights) {
        this.storage = weights;
        this.weights = weights.arrays();
        this.clipping = optimizer.clipping();
        this.decay = optimizer.weightDecay();
        this.prepared = new float[longest(this.weights)];
    }

    /** Adds something to remember of each weight, at first 0. */
    final float[][] remember(String name) {
        ParameterStorage remembered = storage.sameLayout();
        memory.put(name, remembered);
        return remembered.arrays();
    }

    /** As long as the longest array of weights; it may be the gradient that {@link #change} is given. */
    final float[] scratch() {
        return prepared;
    }

    /** Calculates the constants of a step. */
    abstract void begin(double learningRate, long step);

    /**
     * Changes one array of weights.
     *
     * @param array which of the storage's arrays
     * @param w the weights
     * @param g the gradient, as long as the weights, or longer
     * @param kept what the weights are multiplied by before the step
     */
    abstract void change(int array, float[] w, float[] g, float kept);

    @Override
    public final void step(ParameterStorage gradient, float scale, double learningRate, long step) {
        float[][] gradients = gradient.arrays();
        float normed = scale * clipping.normScale(gradient, scale);
        float most = (float) clipping.value();
        float added = decay.added();
        float kept = decay.kept(learningRate);
        begin(learningRate, step);
        if (normed == 1 && most == Float.POSITIVE_INFINITY && added == 0) {
            for (int a = 0; a < weights.length; a++) {
                change(a, weights[a], gradients[a], kept);
            }
        } else {
            for (int a = 0; a < weights.length; a++) {
                prepare(weights[a], gradients[a], normed, most, added, prepared);
                change(a, weights[a], prepared, kept);
            }
        }
    }

    @Override
    public final Map<String, ParameterStorage> memory() {
        return Collections.unmodifiableMap(memory);
    }

    private static void prepare(float[] w, float[] g, float scale, float most, float added, float[] prepared) {
        float least = -most;
        for (int j = 0; j < w.length; j++) {
            prepared[j] = Math.max(least, Math.min(most, scale * g[j])) + added * w[j];
        }
    }

    private static int longest(float[][] arrays) {
        int longest = 0;
        for (float[] array : arrays) {
            longest = Math.max(longest, array.length);
        }
        return longest;
    }
}

package org.nnlang.runtime.train.optimizer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.runtime.train.ParameterUpdate;

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
    /** One clipped array of the gradient, so that clipping values needs no pass over the memory of its own. */
    private final float[] clipped;

    ElementwiseUpdate(FirstOrderOptimizer<?> optimizer, ParameterStorage weights) {
        this.storage = weights;
        this.weights = weights.arrays();
        this.clipping = optimizer.clipping();
        this.decay = optimizer.weightDecay();
        this.clipped = new float[clipping.value() < Double.POSITIVE_INFINITY ? longest(this.weights) : 0];
    }

    /** Adds something to remember of each weight, at first 0. */
    final float[][] remember(String name) {
        ParameterStorage remembered = storage.sameLayout();
        memory.put(name, remembered);
        return remembered.arrays();
    }

    /** Calculates the constants of a step. */
    abstract void begin(double learningRate, long step);

    /**
     * Changes one array of weights: the gradient of weight w is {@code scale * g + added * w}, and w is multiplied by
     * {@code kept} before the step.
     *
     * @param array which of the storage's arrays
     * @param g as long as the weights, or longer
     */
    abstract void change(int array, float[] w, float[] g, float scale, float added, float kept);

    @Override
    public final void step(ParameterStorage gradient, float scale, double learningRate, long step) {
        float[][] gradients = gradient.arrays();
        float normed = scale * clipping.normScale(gradient, scale);
        float added = decay.added();
        float kept = decay.kept(learningRate);
        begin(learningRate, step);
        if (clipped.length == 0) {
            for (int a = 0; a < weights.length; a++) {
                change(a, weights[a], gradients[a], normed, added, kept);
            }
        } else {
            float most = (float) clipping.value();
            for (int a = 0; a < weights.length; a++) {
                clip(gradients[a], normed, most, clipped);
                change(a, weights[a], clipped, 1, added, kept);
            }
        }
    }

    @Override
    public final Map<String, ParameterStorage> memory() {
        return Collections.unmodifiableMap(memory);
    }

    private static void clip(float[] g, float scale, float most, float[] clipped) {
        float least = -most;
        for (int j = 0; j < g.length; j++) {
            clipped[j] = Math.max(least, Math.min(most, scale * g[j]));
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

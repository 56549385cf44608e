package org.nnlang.runtime.train.loss;

import org.nnlang.runtime.Generated;
import org.nnlang.runtime.kernel.Scalar;
import org.nnlang.runtime.train.Loss;

/**
 * Cross entropy of n classes, `-sum(t ln(p))`, from probabilities.
 *
 * <p>Two rows `[n]` to a number; targets are one-hot or soft. `label_smoothing` spreads that part of them evenly over the classes.
 * As Keras' CategoricalCrossentropy, for predictions whose sum is 1. Example: `categorical_cross_entropy(prediction, target)`.
 *
 * <p>Generated from nn/core/losses.nn:62.
 */
@Generated("nnlang")
public final class CategoricalCrossEntropy implements Loss {
    private final float labelSmoothing;

    /**
     * The loss with its defaults: {@code label_smoothing = 0.0}.
     */
    public CategoricalCrossEntropy() {
        this(0.0);
    }

    /**
     * The loss with settings of your own; the defaults are {@code label_smoothing = 0.0}.
     */
    public CategoricalCrossEntropy(double labelSmoothing) {
        this.labelSmoothing = (float) labelSmoothing;
    }

    @Override
    public String name() {
        return "categorical_cross_entropy";
    }

    @Override
    public int targetWidth(int width) {
        return width;
    }

    @Override
    public void evaluate(float[] predictions, float[] targets, int rows, int width, float[] losses,
            float[] gradients) {
        float n = width;
        for (int row = 0; row < rows; row++) {
            int begin = row * width;
            int end = begin + width;
            float difference = 1f - labelSmoothing;
            float quotient = labelSmoothing / n;
            float sum = 0f;
            for (int i = begin; i < end; i++) {
                sum += (targets[i] * difference + quotient) * Scalar.log(safeProbability(predictions[i]));
            }
            float opposite = -sum;
            losses[row] = opposite;
            if (gradients != null) {
                for (int i = begin; i < end; i++) {
                    gradients[i] = -(targets[i] * difference + quotient) * (1f / safeProbability(predictions[i])) * safeProbabilityDerivative(predictions[i]);
                }
            }
        }
    }

    /**
     * low = 1.0E-7, high = 0.9999999.
     */
    private static float clip(float x) {
        return Math.min(Math.max(x, 1e-7f), 0.9999999f);
    }

    private static float safeProbability(float p) {
        return clip(p);
    }

    /**
     * low = 1.0E-7, high = 0.9999999.
     */
    private static float clipDerivative(float x) {
        return Math.max(x, 1e-7f) <= 0.9999999f ? (x > 1e-7f ? 1f : 0f) : 0f;
    }

    private static float safeProbabilityDerivative(float p) {
        return clipDerivative(p);
    }
}

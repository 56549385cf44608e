package org.nnlang.training.loss;

import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.kernel.Scalar;

/**
 * Cross entropy of two outcomes, the mean of `-(t ln(p) + (1 - t) ln(1 - p))`, from probabilities.
 *
 * <p>Two rows `[n]` to a number; targets are 0, 1 or between. `label_smoothing` draws them to 1 / 2. As Keras'
 * BinaryCrossentropy. Example: `binary_cross_entropy(prediction, target)`.
 *
 * <p>Generated from nn/core/losses.nn:55.
 */
@Generated("nnlang")
public final class BinaryCrossEntropy implements Loss {
    private final float labelSmoothing;

    /**
     * The loss with its defaults: {@code label_smoothing = 0.0}.
     */
    public BinaryCrossEntropy() {
        this(0.0);
    }

    /**
     * The loss with settings of your own; the defaults are {@code label_smoothing = 0.0}.
     */
    public BinaryCrossEntropy(double labelSmoothing) {
        this.labelSmoothing = (float) labelSmoothing;
    }

    @Override
    public String name() {
        return "binary_cross_entropy";
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
            float product = 0.5f * labelSmoothing;
            float sum = 0f;
            for (int i = begin; i < end; i++) {
                float total = targets[i] * difference + product;
                sum += total * Scalar.log(safeProbability(predictions[i])) + (1f - total) * Scalar.log(safeProbability(1f - predictions[i]));
            }
            float opposite = -(sum / n);
            losses[row] = opposite;
            if (gradients != null) {
                float opposite2 = -(1f / n);
                for (int i = begin; i < end; i++) {
                    float total = targets[i] * difference + product;
                    float difference2 = 1f - predictions[i];
                    gradients[i] = -(opposite2 * (1f - total) * (1f / safeProbability(difference2)) * safeProbabilityDerivative(difference2)) + opposite2 * total * (1f / safeProbability(predictions[i])) * safeProbabilityDerivative(predictions[i]);
                }
            }
        }
    }

    @Override
    public String toString() {
        return "binary_cross_entropy(label_smoothing=" + labelSmoothing + ")";
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
        return Scalar.choose(Math.max(x, 1e-7f) <= 0.9999999f, Scalar.choose(x > 1e-7f, 1f, 0f), 0f);
    }

    private static float safeProbabilityDerivative(float p) {
        return clipDerivative(p);
    }
}

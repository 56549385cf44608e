package org.nnlang.training.loss;

import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.kernel.Rows;
import org.nnlang.runtime.kernel.Scalar;

/**
 * Cross entropy of n classes, `-sum(t ln(p))`, from probabilities.
 *
 * <p>Two rows `[n]` to a number; targets are one-hot or soft. `label_smoothing` spreads that part of them evenly over the classes.
 * As Keras' CategoricalCrossentropy. Example: `categorical_cross_entropy(prediction, target)`.
 *
 * <p>Generated from nn/core/losses.nn:72.
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
            float sum = Rows.sum(predictions, begin, end);
            float maximum = Math.max(sum, 1e-7f);
            float sum2 = 0f;
            for (int i = begin; i < end; i++) {
                sum2 += (targets[i] * difference + quotient) * Scalar.log(safeProbability(predictions[i] / maximum));
            }
            float opposite = -sum2;
            losses[row] = opposite;
            if (gradients != null) {
                float sum3 = 0f;
                for (int i = begin; i < end; i++) {
                    float quotient2 = predictions[i] / maximum;
                    sum3 += -(targets[i] * difference + quotient) * (1f / safeProbability(quotient2)) * safeProbabilityDerivative(quotient2) * -(quotient2 / maximum);
                }
                float chosen = Scalar.choose(maximum > 1e-7f, sum3, 0f);
                for (int i = begin; i < end; i++) {
                    float quotient2 = predictions[i] / maximum;
                    gradients[i] = -(targets[i] * difference + quotient) * (1f / safeProbability(quotient2)) * safeProbabilityDerivative(quotient2) * (1f / maximum) + chosen;
                }
            }
        }
    }

    @Override
    public String toString() {
        return "categorical_cross_entropy(label_smoothing=" + labelSmoothing + ")";
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

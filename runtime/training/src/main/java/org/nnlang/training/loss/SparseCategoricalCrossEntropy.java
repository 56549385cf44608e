package org.nnlang.training.loss;

import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.kernel.Rows;
import org.nnlang.runtime.kernel.Scalar;

/**
 * Cross entropy of n classes, `-ln(p[label])`, for the class index `label`, counted from 0, from probabilities.
 *
 * <p>A row `[n]` and a number to a number: of `[0.05, 0.95, 0]` and class 1 it is 0.05129329. As Keras'
 * SparseCategoricalCrossentropy; `label_smoothing` spreads that part of the target evenly over the classes.
 * Example: `sparse_categorical_cross_entropy(prediction, label)`.
 *
 * <p>Generated from nn/core/losses.nn:103.
 */
@Generated("nnlang")
public final class SparseCategoricalCrossEntropy implements Loss {
    private final float labelSmoothing;

    /**
     * The loss with its defaults: {@code label_smoothing = 0.0}.
     */
    public SparseCategoricalCrossEntropy() {
        this(0.0);
    }

    /**
     * The loss with settings of your own; the defaults are {@code label_smoothing = 0.0}.
     */
    public SparseCategoricalCrossEntropy(double labelSmoothing) {
        this.labelSmoothing = (float) labelSmoothing;
    }

    @Override
    public String name() {
        return "sparse_categorical_cross_entropy";
    }

    @Override
    public int targetWidth(int width) {
        return 1;
    }

    @Override
    public void evaluate(float[] predictions, float[] targets, int rows, int width, float[] losses,
            float[] gradients) {
        float n = width;
        for (int row = 0; row < rows; row++) {
            int begin = row * width;
            int end = begin + width;
            float label = targets[row];
            float sum = Rows.sum(predictions, begin, end);
            float maximum = Math.max(sum, 1e-7f);
            float total = label + 1f;
            float difference = 1f - labelSmoothing;
            float quotient = labelSmoothing / n;
            float sum2 = 0f;
            for (int i = begin; i < end; i++) {
                float total2 = Scalar.choose(((float) (i - begin + 1)) == total, difference, 0f) + quotient;
                sum2 += total2 > 0f ? total2 * Scalar.log(safeProbability(predictions[i] / maximum)) : 0f;
            }
            float opposite = -sum2;
            losses[row] = opposite;
            if (gradients != null) {
                float sum3 = 0f;
                for (int i = begin; i < end; i++) {
                    float total2 = Scalar.choose(((float) (i - begin + 1)) == total, difference, 0f) + quotient;
                    float quotient2 = predictions[i] / maximum;
                    sum3 += Scalar.choose(total2 > 0f, -1f, 0f) * total2 * (1f / safeProbability(quotient2)) * safeProbabilityDerivative(quotient2) * -(quotient2 / maximum);
                }
                float chosen = Scalar.choose(maximum > 1e-7f, sum3, 0f);
                for (int i = begin; i < end; i++) {
                    float total2 = Scalar.choose(((float) (i - begin + 1)) == total, difference, 0f) + quotient;
                    float quotient2 = predictions[i] / maximum;
                    gradients[i] = Scalar.choose(total2 > 0f, -1f, 0f) * total2 * (1f / safeProbability(quotient2)) * safeProbabilityDerivative(quotient2) * (1f / maximum) + chosen;
                }
            }
        }
    }

    @Override
    public String toString() {
        return "sparse_categorical_cross_entropy(label_smoothing=" + labelSmoothing + ")";
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

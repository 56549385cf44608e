package org.nnlang.training.loss;

import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.kernel.Scalar;

/**
 * Minus the cosine of the angle between both rows: from -1 (alike) to 1 (opposite).
 *
 * <p>Two rows `[n]` to a number; each length is taken as 1e-7 at least, so that a row of zeros gives 0. As Keras'
 * CosineSimilarity. Example: `cosine_similarity(prediction, target)`.
 *
 * <p>Generated from nn/core/losses.nn:140.
 */
@Generated("nnlang")
public final class CosineSimilarity implements Loss {
    /**
     * Makes the loss, which has no settings.
     */
    public CosineSimilarity() {}

    @Override
    public String name() {
        return "cosine_similarity";
    }

    @Override
    public int targetWidth(int width) {
        return width;
    }

    @Override
    public void evaluate(float[] predictions, float[] targets, int rows, int width, float[] losses,
            float[] gradients) {
        for (int row = 0; row < rows; row++) {
            int begin = row * width;
            int end = begin + width;
            float max = Float.NEGATIVE_INFINITY;
            for (int i = begin; i < end; i++) {
                max = Math.max(max, Math.abs(predictions[i]));
            }
            float maximum = Math.max(max, 1e-30f);
            float sum = 0f;
            for (int i = begin; i < end; i++) {
                sum += square(predictions[i] / maximum);
            }
            float maximum2 = Math.max(maximum * safeSqrt(sum), 1e-7f);
            float max2 = Float.NEGATIVE_INFINITY;
            for (int i = begin; i < end; i++) {
                max2 = Math.max(max2, Math.abs(targets[i]));
            }
            float maximum3 = Math.max(max2, 1e-30f);
            float sum2 = 0f;
            for (int i = begin; i < end; i++) {
                sum2 += square(targets[i] / maximum3);
            }
            float maximum4 = Math.max(maximum3 * safeSqrt(sum2), 1e-7f);
            float sum3 = 0f;
            for (int i = begin; i < end; i++) {
                sum3 += predictions[i] / maximum2 * (targets[i] / maximum4);
            }
            float opposite = -sum3;
            losses[row] = opposite;
            if (gradients != null) {
                float sum4 = 0f;
                for (int i = begin; i < end; i++) {
                    sum4 += -(targets[i] / maximum4) * -(predictions[i] / maximum2 / maximum2);
                }
                float product = Scalar.choose(maximum2 > 1e-7f, sum4, 0f) * maximum * safeSqrtDerivative(sum);
                for (int i = begin; i < end; i++) {
                    gradients[i] = -(targets[i] / maximum4) * (1f / maximum2) + product * squareDerivative(predictions[i] / maximum) * (1f / maximum);
                }
            }
        }
    }

    @Override
    public String toString() {
        return "cosine_similarity";
    }

    private static float square(float x) {
        return x * x;
    }

    private static float safeSqrt(float x) {
        return Scalar.choose(x > 0f, Scalar.sqrt(x), 0f);
    }

    private static float safeSqrtDerivative(float x) {
        return Scalar.choose(x > 0f, 0.5f / Scalar.sqrt(x), 0f);
    }

    private static float squareDerivative(float x) {
        return x + x;
    }
}

package org.nnlang.training.loss;

import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.kernel.Scalar;

/**
 * The divergence of the prediction from the target distribution, `sum(t ln(t / p))` (Kullback and Leibler, 1951).
 *
 * <p>Two rows `[n]` to a number; both are clipped to 1e-7 .. 1. As Keras' KLDivergence. Example: `kl_divergence(prediction, target)`.
 *
 * <p>Generated from nn/core/losses.nn:116.
 */
@Generated("nnlang")
public final class KlDivergence implements Loss {
    /**
     * Makes the loss, which has no settings.
     */
    public KlDivergence() {}

    @Override
    public String name() {
        return "kl_divergence";
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
            float sum = 0f;
            for (int i = begin; i < end; i++) {
                float clip = clip(targets[i]);
                sum += clip * Scalar.log(clip / clip(predictions[i]));
            }
            losses[row] = sum;
            if (gradients != null) {
                for (int i = begin; i < end; i++) {
                    float clip = clip(targets[i]);
                    float clip2 = clip(predictions[i]);
                    float quotient = clip / clip2;
                    gradients[i] = clip * (1f / quotient) * -(quotient / clip2) * clipDerivative(predictions[i]);
                }
            }
        }
    }

    @Override
    public String toString() {
        return "kl_divergence";
    }

    /**
     * low = 1.0E-7, high = 1.
     */
    private static float clip(float x) {
        return Math.min(Math.max(x, 1e-7f), 1f);
    }

    /**
     * low = 1.0E-7, high = 1.
     */
    private static float clipDerivative(float x) {
        return Scalar.choose(Math.max(x, 1e-7f) <= 1f, Scalar.choose(x > 1e-7f, 1f, 0f), 0f);
    }
}

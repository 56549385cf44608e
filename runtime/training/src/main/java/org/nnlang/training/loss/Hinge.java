package org.nnlang.training.loss;

import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.kernel.Scalar;

/**
 * The mean of `max(0, 1 - t p)`, for targets -1 and 1 (Cortes and Vapnik, 1995).
 *
 * <p>Two rows `[n]` to a number. As Keras' Hinge, which turns targets 0 and 1 into -1 and 1 first: write `2 * t - 1`.
 * Example: `hinge(prediction, target)`.
 *
 * <p>Generated from nn/core/losses.nn:129.
 */
@Generated("nnlang")
public final class Hinge implements Loss {
    /**
     * Makes the loss, which has no settings.
     */
    public Hinge() {}

    @Override
    public String name() {
        return "hinge";
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
            float sum = 0f;
            for (int i = begin; i < end; i++) {
                sum += Math.max(1f - targets[i] * predictions[i], 0f);
            }
            float quotient = sum / n;
            losses[row] = quotient;
            if (gradients != null) {
                float quotient2 = 1f / n;
                for (int i = begin; i < end; i++) {
                    gradients[i] = -Scalar.choose(Math.max(1f - targets[i] * predictions[i], 0f) > 0f, quotient2, 0f) * targets[i];
                }
            }
        }
    }

    @Override
    public String toString() {
        return "hinge";
    }
}

package org.nnlang.training.loss;

import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;

/**
 * The mean of `max(0, 1 - t p)^2`, for targets -1 and 1.
 *
 * <p>Two rows `[n]` to a number. As Keras' SquaredHinge. Example: `squared_hinge(prediction, target)`.
 *
 * <p>Generated from nn/core/losses.nn:134.
 */
@Generated("nnlang")
public final class SquaredHinge implements Loss {
    /**
     * Makes the loss, which has no settings.
     */
    public SquaredHinge() {}

    @Override
    public String name() {
        return "squared_hinge";
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
                sum += square(Math.max(1f - targets[i] * predictions[i], 0f));
            }
            float quotient = sum / n;
            losses[row] = quotient;
            if (gradients != null) {
                float quotient2 = 1f / n;
                for (int i = begin; i < end; i++) {
                    float maximum = Math.max(1f - targets[i] * predictions[i], 0f);
                    gradients[i] = -(maximum > 0f ? quotient2 * squareDerivative(maximum) : 0f) * targets[i];
                }
            }
        }
    }

    @Override
    public String toString() {
        return "squared_hinge";
    }

    private static float square(float x) {
        return x * x;
    }

    private static float squareDerivative(float x) {
        return x + x;
    }
}

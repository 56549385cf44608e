package org.nnlang.training.loss;

import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.kernel.Scalar;

/**
 * The mean of `p - t ln(p + 1e-7)`, for counts t and predicted rates p.
 *
 * <p>Two rows `[n]` to a number. As Keras' Poisson. Example: `poisson(prediction, target)`, after
 * a last layer `Dense(1, exponential)`.
 *
 * <p>Generated from nn/core/losses.nn:123.
 */
@Generated("nnlang")
public final class Poisson implements Loss {
    /**
     * Makes the loss, which has no settings.
     */
    public Poisson() {}

    @Override
    public String name() {
        return "poisson";
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
                sum += predictions[i] - targets[i] * Scalar.log(predictions[i] + 1e-7f);
            }
            float quotient = sum / n;
            losses[row] = quotient;
            if (gradients != null) {
                float quotient2 = 1f / n;
                for (int i = begin; i < end; i++) {
                    gradients[i] = quotient2 + -quotient2 * targets[i] * (1f / (predictions[i] + 1e-7f));
                }
            }
        }
    }

    @Override
    public String toString() {
        return "poisson";
    }
}

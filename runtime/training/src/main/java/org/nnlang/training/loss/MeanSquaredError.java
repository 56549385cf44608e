package org.nnlang.training.loss;

import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;

/**
 * The mean of the squared errors, `mean((p - t)^2)`.
 *
 * <p>Two rows `[n]` to a number. As Keras' and PyTorch's MSE. Example: `mean_squared_error(prediction, target)`.
 *
 * <p>Generated from nn/core/losses.nn:11.
 */
@Generated("nnlang")
public final class MeanSquaredError implements Loss {
    /**
     * Makes the loss, which has no settings.
     */
    public MeanSquaredError() {}

    @Override
    public String name() {
        return "mean_squared_error";
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
                sum += square(predictions[i] - targets[i]);
            }
            float quotient = sum / n;
            losses[row] = quotient;
            if (gradients != null) {
                float quotient2 = 1f / n;
                for (int i = begin; i < end; i++) {
                    gradients[i] = quotient2 * squareDerivative(predictions[i] - targets[i]);
                }
            }
        }
    }

    @Override
    public String toString() {
        return "mean_squared_error";
    }

    private static float square(float x) {
        return x * x;
    }

    private static float squareDerivative(float x) {
        return x + x;
    }
}

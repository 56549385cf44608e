package org.nnlang.training.loss;

import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.kernel.Scalar;

/**
 * The mean of `ln(cosh(p - t))`: like the squared error where it is small, like the absolute error where it is large.
 *
 * <p>Two rows `[n]` to a number. As Keras' LogCosh. Example: `log_cosh(prediction, target)`.
 *
 * <p>Generated from nn/core/losses.nn:38.
 */
@Generated("nnlang")
public final class LogCosh implements Loss {
    /**
     * Makes the loss, which has no settings.
     */
    public LogCosh() {}

    @Override
    public String name() {
        return "log_cosh";
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
                sum += logCoshOf(predictions[i] - targets[i]);
            }
            float quotient = sum / n;
            losses[row] = quotient;
            if (gradients != null) {
                float quotient2 = 1f / n;
                for (int i = begin; i < end; i++) {
                    gradients[i] = quotient2 * logCoshOfDerivative(predictions[i] - targets[i]);
                }
            }
        }
    }

    @Override
    public String toString() {
        return "log_cosh";
    }

    private static float logCoshOf(float error) {
        float abs = Math.abs(error);
        return abs + Scalar.softplus(-2f * abs) - 0.6931472f;
    }

    private static float logCoshOfDerivative(float error) {
        float sign = Math.signum(error);
        return sign + Scalar.sigmoid(-2f * Math.abs(error)) * (-2f * sign);
    }
}

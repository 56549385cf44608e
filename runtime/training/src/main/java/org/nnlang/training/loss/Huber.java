package org.nnlang.training.loss;

import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.kernel.Scalar;

/**
 * The mean of `e^2 / 2` where the error is within `delta`, else of `delta |e| - delta^2 / 2` (Huber, 1964).
 *
 * <p>Two rows `[n]` to a number. As Keras' and PyTorch's Huber. Example: `huber(prediction, target, delta = 0.5)`.
 *
 * <p>Generated from nn/core/losses.nn:28.
 */
@Generated("nnlang")
public final class Huber implements Loss {
    private final float delta;

    /**
     * The loss with its defaults: {@code delta = 1.0}.
     */
    public Huber() {
        this(1.0);
    }

    /**
     * The loss with settings of your own; the defaults are {@code delta = 1.0}.
     */
    public Huber(double delta) {
        this.delta = (float) delta;
    }

    @Override
    public String name() {
        return "huber";
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
                sum += huberOf(predictions[i] - targets[i], delta);
            }
            float quotient = sum / n;
            losses[row] = quotient;
            if (gradients != null) {
                float quotient2 = 1f / n;
                for (int i = begin; i < end; i++) {
                    gradients[i] = quotient2 * huberOfDerivativeByError(predictions[i] - targets[i], delta);
                }
            }
        }
    }

    @Override
    public String toString() {
        return "huber(delta=" + delta + ")";
    }

    private static float square(float x) {
        return x * x;
    }

    private static float huberOf(float error, float delta) {
        float abs = Math.abs(error);
        float minimum = Math.min(abs, delta);
        return 0.5f * square(minimum) + delta * (abs - minimum);
    }

    private static float squareDerivative(float x) {
        return x + x;
    }

    private static float huberOfDerivativeByError(float error, float delta) {
        float abs = Math.abs(error);
        float sign = Math.signum(error);
        float chosen = Scalar.choose(abs <= delta, sign, 0f);
        return 0.5f * (squareDerivative(Math.min(abs, delta)) * chosen) + delta * (sign - chosen);
    }
}

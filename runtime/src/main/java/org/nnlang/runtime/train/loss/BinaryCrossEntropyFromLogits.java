package org.nnlang.runtime.train.loss;

import org.nnlang.runtime.Generated;
import org.nnlang.runtime.kernel.Scalar;
import org.nnlang.runtime.train.Loss;

/**
 * Cross entropy of two outcomes from logits z, before the sigmoid: the mean of `max(z, 0) - z t + ln(1 + e^-|z|)`.
 *
 * <p>Two rows `[n]` to a number, finite for every finite z. As PyTorch's BCEWithLogitsLoss, and Keras' with `from_logits`.
 * Example: `binary_cross_entropy_from_logits(logit, target)`.
 *
 * <p>Generated from nn/core/losses.nn:55.
 */
@Generated("nnlang")
public final class BinaryCrossEntropyFromLogits implements Loss {
    private final float labelSmoothing;

    /**
     * The loss with its defaults: {@code label_smoothing = 0.0}.
     */
    public BinaryCrossEntropyFromLogits() {
        this(0.0);
    }

    /**
     * The loss with settings of your own; the defaults are {@code label_smoothing = 0.0}.
     */
    public BinaryCrossEntropyFromLogits(double labelSmoothing) {
        this.labelSmoothing = (float) labelSmoothing;
    }

    @Override
    public String name() {
        return "binary_cross_entropy_from_logits";
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
            float product = 0.5f * labelSmoothing;
            float sum = 0f;
            for (int i = begin; i < end; i++) {
                sum += Math.max(predictions[i], 0f) - predictions[i] * (targets[i] * difference + product) + Scalar.softplus(-Math.abs(predictions[i]));
            }
            float quotient = sum / n;
            losses[row] = quotient;
            if (gradients != null) {
                float quotient2 = 1f / n;
                for (int i = begin; i < end; i++) {
                    gradients[i] = -(quotient2 * Scalar.sigmoid(-Math.abs(predictions[i]))) * Math.signum(predictions[i]) + -quotient2 * (targets[i] * difference + product) + (Math.max(predictions[i], 0f) > 0f ? quotient2 : 0f);
                }
            }
        }
    }
}

package org.nnlang.training.loss;

import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.kernel.Scalar;

/**
 * Cross entropy of two outcomes from logits z, before the sigmoid: the mean of `t ln(1 + e^-z) + (1 - t) ln(1 + e^z)`.
 *
 * <p>Two rows `[n]` to a number, finite for every finite z; nothing cancels, and the derivative is smooth at 0, where networks begin.
 * `label_smoothing` draws targets to 1 / 2. As PyTorch's BCEWithLogitsLoss, and Keras' with `from_logits`.
 * Example: `binary_cross_entropy_from_logits(logit, target)`.
 *
 * <p>Generated from nn/core/losses.nn:64.
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
                float total = targets[i] * difference + product;
                sum += total * Scalar.softplus(-predictions[i]) + (1f - total) * Scalar.softplus(predictions[i]);
            }
            float quotient = sum / n;
            losses[row] = quotient;
            if (gradients != null) {
                float quotient2 = 1f / n;
                for (int i = begin; i < end; i++) {
                    float total = targets[i] * difference + product;
                    gradients[i] = quotient2 * (1f - total) * Scalar.sigmoid(predictions[i]) + -(quotient2 * total * Scalar.sigmoid(-predictions[i]));
                }
            }
        }
    }

    @Override
    public String toString() {
        return "binary_cross_entropy_from_logits(label_smoothing=" + labelSmoothing + ")";
    }
}

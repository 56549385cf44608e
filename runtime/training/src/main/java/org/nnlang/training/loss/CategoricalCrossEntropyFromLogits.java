package org.nnlang.training.loss;

import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.kernel.Rows;
import org.nnlang.runtime.kernel.Scalar;

/**
 * Cross entropy of n classes from logits, before the softmax: `-sum(t log_softmax(z))`.
 *
 * <p>Two rows `[n]` to a number; targets are one-hot or soft. As PyTorch's CrossEntropyLoss, and Keras' with `from_logits`.
 * Example: `categorical_cross_entropy_from_logits(logit, target)`.
 *
 * <p>Generated from nn/core/losses.nn:79.
 */
@Generated("nnlang")
public final class CategoricalCrossEntropyFromLogits implements Loss {
    private final float labelSmoothing;

    /**
     * The loss with its defaults: {@code label_smoothing = 0.0}.
     */
    public CategoricalCrossEntropyFromLogits() {
        this(0.0);
    }

    /**
     * The loss with settings of your own; the defaults are {@code label_smoothing = 0.0}.
     */
    public CategoricalCrossEntropyFromLogits(double labelSmoothing) {
        this.labelSmoothing = (float) labelSmoothing;
    }

    @Override
    public String name() {
        return "categorical_cross_entropy_from_logits";
    }

    @Override
    public int targetWidth(int width) {
        return width;
    }

    @Override
    public void evaluate(float[] predictions, float[] targets, int rows, int width, float[] losses,
            float[] gradients) {
        float n = width;
        if (gradients != null) {
            for (int row = 0; row < rows; row++) {
                int begin = row * width;
                int end = begin + width;
                float max = Rows.max(predictions, begin, end);
                for (int i = begin; i < end; i++) {
                    gradients[i] = predictions[i] - max;
                }
            }
            Rows.exp(gradients, 0, rows * width);
        }
        for (int row = 0; row < rows; row++) {
            int begin = row * width;
            int end = begin + width;
            float difference = 1f - labelSmoothing;
            float quotient = labelSmoothing / n;
            float max = Rows.max(predictions, begin, end);
            float sum = 0f;
            float sum2 = 0f;
            for (int i = begin; i < end; i++) {
                float difference2 = predictions[i] - max;
                float exp = gradients == null ? Scalar.exp(difference2) : gradients[i];
                sum += Scalar.choose(difference2 < 0f, exp, 0f);
                sum2 += Scalar.choose(difference2 < 0f, 0f, exp);
            }
            float total = sum + (sum2 - 1f);
            float log1p = Scalar.log1p(total);
            float sum3 = 0f;
            for (int i = begin; i < end; i++) {
                sum3 += (targets[i] * difference + quotient) * (predictions[i] - max - log1p);
            }
            float opposite = -sum3;
            losses[row] = opposite;
            if (gradients != null) {
                float sum4 = 0f;
                for (int i = begin; i < end; i++) {
                    sum4 += targets[i] * difference + quotient;
                }
                float product = sum4 * (1f / (1f + total));
                for (int i = begin; i < end; i++) {
                    float difference2 = predictions[i] - max;
                    gradients[i] = -(targets[i] * difference + quotient) + (Scalar.choose(difference2 < 0f, 0f, product) + Scalar.choose(difference2 < 0f, product, 0f)) * gradients[i];
                }
            }
        }
    }

    @Override
    public String toString() {
        return "categorical_cross_entropy_from_logits(label_smoothing=" + labelSmoothing + ")";
    }
}

package org.nnlang.training.loss;

import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.kernel.Rows;
import org.nnlang.runtime.kernel.Scalar;

/**
 * Cross entropy of n classes, `log_sum_exp(z) - z[label]`, for the class index `label`, counted from 0, from logits.
 *
 * <p>A row `[n]` and a number to a number. `label_smoothing` spreads that part of the target evenly over the classes. As PyTorch's
 * CrossEntropyLoss. Example: `sparse_categorical_cross_entropy_from_logits(logit, label)`.
 *
 * <p>Generated from nn/core/losses.nn:110.
 */
@Generated("nnlang")
public final class SparseCategoricalCrossEntropyFromLogits implements Loss {
    private final float labelSmoothing;

    /**
     * The loss with its defaults: {@code label_smoothing = 0.0}.
     */
    public SparseCategoricalCrossEntropyFromLogits() {
        this(0.0);
    }

    /**
     * The loss with settings of your own; the defaults are {@code label_smoothing = 0.0}.
     */
    public SparseCategoricalCrossEntropyFromLogits(double labelSmoothing) {
        this.labelSmoothing = (float) labelSmoothing;
    }

    @Override
    public String name() {
        return "sparse_categorical_cross_entropy_from_logits";
    }

    @Override
    public int targetWidth(int width) {
        return 1;
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
            float label = targets[row];
            float max = Rows.max(predictions, begin, end);
            float sum = 0f;
            float sum2 = 0f;
            for (int i = begin; i < end; i++) {
                float difference = predictions[i] - max;
                float exp = gradients == null ? Scalar.exp(difference) : gradients[i];
                sum += Scalar.choose(difference < 0f, exp, 0f);
                sum2 += Scalar.choose(difference < 0f, 0f, exp);
            }
            float total = sum + (sum2 - 1f);
            float log1p = Scalar.log1p(total);
            float total2 = label + 1f;
            float difference = 1f - labelSmoothing;
            float quotient = labelSmoothing / n;
            float sum3 = 0f;
            for (int i = begin; i < end; i++) {
                float total3 = Scalar.choose(((float) (i - begin + 1)) == total2, difference, 0f) + quotient;
                sum3 += Scalar.choose(total3 > 0f, total3 * (predictions[i] - max - log1p), 0f);
            }
            float opposite = -sum3;
            losses[row] = opposite;
            if (gradients != null) {
                float sum4 = 0f;
                for (int i = begin; i < end; i++) {
                    float total3 = Scalar.choose(((float) (i - begin + 1)) == total2, difference, 0f) + quotient;
                    sum4 += -(Scalar.choose(total3 > 0f, -1f, 0f) * total3);
                }
                float product = sum4 * (1f / (1f + total));
                for (int i = begin; i < end; i++) {
                    float total3 = Scalar.choose(((float) (i - begin + 1)) == total2, difference, 0f) + quotient;
                    float difference2 = predictions[i] - max;
                    gradients[i] = Scalar.choose(total3 > 0f, -1f, 0f) * total3 + (Scalar.choose(difference2 < 0f, 0f, product) + Scalar.choose(difference2 < 0f, product, 0f)) * gradients[i];
                }
            }
        }
    }

    @Override
    public String toString() {
        return "sparse_categorical_cross_entropy_from_logits(label_smoothing=" + labelSmoothing + ")";
    }
}

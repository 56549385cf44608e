package org.nnlang.training.loss;

import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;

/**
 * The mean of the absolute errors, `mean(|p - t|)`.
 *
 * <p>Two rows `[n]` to a number. As Keras' MAE and PyTorch's L1Loss. Example: `mean_absolute_error(prediction, target)`.
 *
 * <p>Generated from nn/core/losses.nn:16.
 */
@Generated("nnlang")
public final class MeanAbsoluteError implements Loss {
    /**
     * Makes the loss, which has no settings.
     */
    public MeanAbsoluteError() {}

    @Override
    public String name() {
        return "mean_absolute_error";
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
                sum += Math.abs(predictions[i] - targets[i]);
            }
            float quotient = sum / n;
            losses[row] = quotient;
            if (gradients != null) {
                float quotient2 = 1f / n;
                for (int i = begin; i < end; i++) {
                    gradients[i] = quotient2 * Math.signum(predictions[i] - targets[i]);
                }
            }
        }
    }

    @Override
    public String toString() {
        return "mean_absolute_error";
    }
}

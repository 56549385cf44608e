package org.nnlang.training.loss;

import org.nnlang.runtime.Generated;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.kernel.Rows;
import org.nnlang.runtime.kernel.Scalar;

/**
 * Focal cross entropy of n classes, `-alpha sum(t (1 - p)^gamma ln(p))`, which cares less for what is right already (Lin et al., 2017).
 *
 * <p>Two rows `[n]` to a number, from probabilities. As Keras' CategoricalFocalCrossentropy.
 * Example: `focal(prediction, target, gamma = 3)`.
 *
 * <p>Generated from nn/core/losses.nn:147.
 */
@Generated("nnlang")
public final class Focal implements Loss {
    private final float alpha;
    private final float gamma;

    /**
     * The loss with its defaults: {@code alpha = 0.25, gamma = 2.0}.
     */
    public Focal() {
        this(0.25, 2.0);
    }

    /**
     * The loss with settings of your own; the defaults are {@code alpha = 0.25, gamma = 2.0}.
     */
    public Focal(double alpha, double gamma) {
        this.alpha = (float) alpha;
        this.gamma = (float) gamma;
    }

    @Override
    public String name() {
        return "focal";
    }

    @Override
    public int targetWidth(int width) {
        return width;
    }

    @Override
    public void evaluate(float[] predictions, float[] targets, int rows, int width, float[] losses,
            float[] gradients) {
        for (int row = 0; row < rows; row++) {
            int begin = row * width;
            int end = begin + width;
            float opposite = -alpha;
            float sum = Rows.sum(predictions, begin, end);
            float maximum = Math.max(sum, 1e-7f);
            float sum2 = 0f;
            for (int i = begin; i < end; i++) {
                float safeProbability = safeProbability(predictions[i] / maximum);
                float power = Scalar.power(1f - safeProbability, gamma);
                sum2 += targets[i] * power * Scalar.log(safeProbability);
                if (gradients != null) {
                    gradients[i] = power;
                }
            }
            float product = opposite * sum2;
            losses[row] = product;
            if (gradients != null) {
                float sum3 = 0f;
                for (int i = begin; i < end; i++) {
                    float quotient = predictions[i] / maximum;
                    float safeProbability = safeProbability(quotient);
                    sum3 += (opposite * (targets[i] * gradients[i]) * (1f / safeProbability) + -(opposite * Scalar.log(safeProbability) * targets[i] * (gamma * Scalar.power(1f - safeProbability, gamma - 1f)))) * safeProbabilityDerivative(quotient) * -(quotient / maximum);
                }
                float chosen = Scalar.choose(maximum > 1e-7f, sum3, 0f);
                for (int i = begin; i < end; i++) {
                    float quotient = predictions[i] / maximum;
                    float safeProbability = safeProbability(quotient);
                    gradients[i] = (opposite * (targets[i] * gradients[i]) * (1f / safeProbability) + -(opposite * Scalar.log(safeProbability) * targets[i] * (gamma * Scalar.power(1f - safeProbability, gamma - 1f)))) * safeProbabilityDerivative(quotient) * (1f / maximum) + chosen;
                }
            }
        }
    }

    @Override
    public String toString() {
        return "focal(alpha=" + alpha + ", gamma=" + gamma + ")";
    }

    /**
     * low = 1.0E-7, high = 0.9999999.
     */
    private static float clip(float x) {
        return Math.min(Math.max(x, 1e-7f), 0.9999999f);
    }

    private static float safeProbability(float p) {
        return clip(p);
    }

    /**
     * low = 1.0E-7, high = 0.9999999.
     */
    private static float clipDerivative(float x) {
        return Scalar.choose(Math.max(x, 1e-7f) <= 0.9999999f, Scalar.choose(x > 1e-7f, 1f, 0f), 0f);
    }

    private static float safeProbabilityDerivative(float p) {
        return clipDerivative(p);
    }
}

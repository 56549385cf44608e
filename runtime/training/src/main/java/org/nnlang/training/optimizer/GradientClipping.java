package org.nnlang.training.optimizer;

import java.util.List;
import java.util.Objects;
import org.nnlang.runtime.kernel.ParameterStorage;

/**
 * Bounds for gradients; where there are several they are applied in this order: all together, each parameter, each value.
 *
 * @param dialect whose formula scales a gradient down to norm c: Keras' {@code c / max(norm, c)}, or that of PyTorch's
 *     {@code clip_grad_norm_}, {@code min(1, c / (norm + 1e-6))}
 * @param globalNorm the largest Euclidean norm of all gradients together; infinite where there is no bound
 * @param norm the largest Euclidean norm of the gradient of each parameter; infinite where there is no bound
 * @param value the largest absolute value in a gradient; infinite where there is no bound
 */
public record GradientClipping(Dialect dialect, double globalNorm, double norm, double value) {
    /** Checks the bounds. */
    public GradientClipping {
        Objects.requireNonNull(dialect, "dialect");
        Settings.bound("the global clip norm", globalNorm);
        Settings.bound("the clip norm", norm);
        Settings.bound("the clip value", value);
    }

    /** No bounds yet. */
    public static GradientClipping none(Dialect dialect) {
        return new GradientClipping(
                dialect, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** The same with another bound of all gradients together. */
    public GradientClipping withGlobalNorm(double newGlobalNorm) {
        return new GradientClipping(dialect, newGlobalNorm, norm, value);
    }

    /** The same with another bound of each parameter's gradient. */
    public GradientClipping withNorm(double newNorm) {
        return new GradientClipping(dialect, globalNorm, newNorm, value);
    }

    /** The same with another bound of each value. */
    public GradientClipping withValue(double newValue) {
        return new GradientClipping(dialect, globalNorm, norm, newValue);
    }

    /** Whether there is a bound. */
    boolean isAny() {
        return Math.min(globalNorm, Math.min(norm, value)) < Double.POSITIVE_INFINITY;
    }

    /**
     * What every gradient is to be multiplied by so that all together keep to {@link #globalNorm()}; not finite where a
     * gradient is not.
     */
    public float scale(List<ParameterStorage> gradients) {
        if (globalNorm == Double.POSITIVE_INFINITY) {
            return 1;
        }
        double sum = 0;
        // By index, since an iterator would be made at every step.
        for (int i = 0; i < gradients.size(); i++) {
            sum += gradients.get(i).sumOfSquares();
        }
        return (float) factor(Math.sqrt(sum), globalNorm);
    }

    /** What one parameter's gradient, after it was multiplied by a scale, is multiplied by to keep to {@link #norm()}. */
    float normScale(ParameterStorage gradient, float scale) {
        if (norm == Double.POSITIVE_INFINITY) {
            return 1;
        }
        return (float) factor(scale * Math.sqrt(gradient.sumOfSquares()), norm);
    }

    private double factor(double actual, double most) {
        if (actual == Double.POSITIVE_INFINITY) {
            // Keras and PyTorch agree that one infinite gradient must not pass for a small step.
            return Double.NaN;
        }
        return dialect == Dialect.KERAS ? most / Math.max(actual, most) : Math.min(1, most / (actual + 1e-6));
    }
}

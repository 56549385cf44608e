package org.nnlang.training.metric;

/** The square root of the mean of the squared differences: Keras' {@code RootMeanSquaredError}; of the unit of the targets. */
public final class RootMeanSquaredError extends SquaredErrors {
    /** Makes one. */
    public RootMeanSquaredError() {
        super("root_mean_squared_error");
    }

    /** The root of the mean over all rows, which is not the mean of the roots of batches. */
    @Override
    public double result() {
        return Math.sqrt(super.result());
    }
}

package org.nnlang.training.metric;

/** The mean of the squared differences: Keras' {@code MeanSquaredError}; of the squared unit of the targets. */
public final class MeanSquaredError extends SquaredErrors {
    /** Makes one. */
    public MeanSquaredError() {
        super("mean_squared_error");
    }
}

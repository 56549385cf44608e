package org.nnlang.training.metric;

/** The mean of the absolute differences: Keras' {@code MeanAbsoluteError}; of the unit of the targets. */
public final class MeanAbsoluteError extends WeightedMean {
    /** Makes one. */
    public MeanAbsoluteError() {
        super("mean_absolute_error");
    }

    @Override
    void check(int width, int targetWidth) {
        Classes.checkEqual(name(), width, targetWidth);
    }

    @Override
    double row(float[] predictions, int at, float[] targets, int targetAt, int width, int targetWidth) {
        double sum = 0;
        for (int i = 0; i < width; i++) {
            sum += Math.abs((double) predictions[at + i] - targets[targetAt + i]);
        }
        return sum / width;
    }
}

package org.nnlang.training.metric;

/**
 * How much of yes-or-no predictions is right, over all numbers of all rows: Keras' {@code BinaryAccuracy}.
 *
 * <p>A prediction says yes (1) if it is above the threshold, else no (0). Unlike in Keras, a NaN is wrong.
 */
public final class BinaryAccuracy extends WeightedMean {
    private final float threshold;

    /** Makes one with the threshold 0.5. */
    public BinaryAccuracy() {
        this(0.5);
    }

    /** Makes one with a threshold, from 0 to 1. */
    public BinaryAccuracy(double threshold) {
        super("binary_accuracy");
        this.threshold = threshold(threshold);
    }

    static float threshold(double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("a threshold must be from 0 to 1, got " + threshold);
        }
        return (float) threshold;
    }

    static boolean isRight(float prediction, float target, float threshold) {
        return !Float.isNaN(prediction) && target == (prediction > threshold ? 1 : 0);
    }

    @Override
    void check(int width, int targetWidth) {
        Classes.checkEqual(name(), width, targetWidth);
    }

    @Override
    double row(float[] predictions, int at, float[] targets, int targetAt, int width, int targetWidth) {
        int right = 0;
        for (int i = 0; i < width; i++) {
            right += isRight(predictions[at + i], targets[targetAt + i], threshold) ? 1 : 0;
        }
        return (double) right / width;
    }
}

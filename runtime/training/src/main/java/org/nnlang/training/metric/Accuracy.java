package org.nnlang.training.metric;

/**
 * How much of the predictions is right: Keras' {@code accuracy}, which chooses its rule by the widths of the rows.
 *
 * <p>One prediction a row is right if it is above 0.5 where the target is 1, and not where it is 0
 * ({@code BinaryAccuracy}). More are right if the greatest is that of the target's class, be the target a class index
 * ({@code SparseCategoricalAccuracy}) or a row ({@code CategoricalAccuracy}); of equal ones the first counts. Unlike in
 * Keras, a row with a NaN is wrong.
 */
public final class Accuracy extends WeightedMean {
    /** Makes one. */
    public Accuracy() {
        super("accuracy");
    }

    @Override
    void check(int width, int targetWidth) {
        if (width == 1) {
            Classes.checkEqual(name(), width, targetWidth);
        } else {
            Classes.check(name(), width, targetWidth);
        }
    }

    @Override
    double row(float[] predictions, int at, float[] targets, int targetAt, int width, int targetWidth) {
        if (width == 1) {
            return BinaryAccuracy.isRight(predictions[at], targets[targetAt], 0.5f) ? 1 : 0;
        }
        int target = Classes.target(name(), targets, targetAt, width, targetWidth);
        return Classes.predicted(predictions, at, width) == target ? 1 : 0;
    }
}

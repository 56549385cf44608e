package org.nnlang.training;

import org.jspecify.annotations.Nullable;

/**
 * A number by which people judge predictions, such as accuracy, gathered batch by batch.
 *
 * <p>It remembers the batches since the last {@link #reset}, so each output of each trainer needs one of its own.
 */
public interface Metric {
    /** The name in the history, such as {@code accuracy}. */
    String name();

    /** Forgets what it saw. */
    void reset();

    /**
     * Takes in one batch; allocates nothing.
     *
     * @param predictions rows of [width], from index 0: the outputs, after their activation
     * @param targets rows of [targetWidth], from index 0
     * @param rows how many rows, at least 0
     * @param width the numbers of a row of predictions
     * @param targetWidth the numbers of a row of targets; 1 where a target is a class index
     * @param weights how much each row counts; null where all count 1
     */
    // JSpecify's annotations are for the compiler only: no module needs to read them.
    @SuppressWarnings("exports")
    void update(float[] predictions, float[] targets, int rows, int width, int targetWidth, float @Nullable [] weights);

    /** The value over all batches since the last {@link #reset}; 0 where there were none. */
    double result();

    /**
     * What it gathered since the last {@link #reset}, as numbers that {@link #restore} takes: for checkpoints in the middle of an
     * epoch.
     *
     * @throws UnsupportedOperationException if it cannot tell, so that checkpoints can be written after whole epochs only
     */
    default double[] memory() {
        throw new UnsupportedOperationException("the metric " + name()
                + " cannot be kept in the middle of an epoch: write checkpoints after whole epochs only");
    }

    /**
     * Goes on from what {@link #memory} told.
     *
     * @throws IllegalArgumentException if that was of another metric
     */
    default void restore(double[] memory) {
        throw new UnsupportedOperationException("the metric " + name() + " cannot be restored");
    }
}

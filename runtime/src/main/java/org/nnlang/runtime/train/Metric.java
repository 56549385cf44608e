package org.nnlang.runtime.train;

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
    void update(
            float[] predictions, float[] targets, int rows, int width, int targetWidth, float @Nullable [] weights);

    /** The value over all batches since the last {@link #reset}; 0 where there were none. */
    double result();
}

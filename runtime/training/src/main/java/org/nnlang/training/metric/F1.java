package org.nnlang.training.metric;

/**
 * The harmonic mean of {@link Precision} and {@link Recall}: Keras' {@code F1Score}, scikit-learn's {@code f1_score}.
 *
 * <p>The result is 0 where nothing is of the class nor was said to be.
 */
public final class F1 extends ClassScore {
    /** Of yes-or-no predictions, with the threshold 0.5. */
    public F1() {
        this(0.5);
    }

    /** Of yes-or-no predictions; one above the threshold, which is from 0 to 1, says yes. A NaN says no. */
    public F1(double threshold) {
        super("f1_score", threshold, null);
    }

    /** Of examples that are of one class each; the greatest prediction says which, the first of equal ones, none if one is NaN. */
    public F1(Average average) {
        super("f1_score", 0.5, average);
    }

    @Override
    double score(double found, double wronglyFound, double missed) {
        return ratio(2 * found, 2 * found + wronglyFound + missed);
    }
}

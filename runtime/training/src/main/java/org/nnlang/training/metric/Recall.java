package org.nnlang.training.metric;

/**
 * How many of those of a class were said to be: Keras' {@code Recall}, scikit-learn's {@code recall_score}.
 *
 * <p>The result is 0 where there is nothing of the class.
 */
public final class Recall extends ClassScore {
    /** Of yes-or-no predictions, with the threshold 0.5. */
    public Recall() {
        this(0.5);
    }

    /** Of yes-or-no predictions; one above the threshold, which is from 0 to 1, says yes. A NaN says no. */
    public Recall(double threshold) {
        super("recall", threshold, null);
    }

    /** Of examples that are of one class each; the greatest prediction says which, the first of equal ones, none if one is NaN. */
    public Recall(Average average) {
        super("recall", 0.5, average);
    }

    @Override
    double score(double found, double wronglyFound, double missed) {
        return ratio(found, found + missed);
    }
}

package org.nnlang.training.metric;

/**
 * How many of those that were said to be of a class are: Keras' {@code Precision}, scikit-learn's {@code precision_score}.
 *
 * <p>The result is 0 where nothing was said to be of the class.
 */
public final class Precision extends ClassScore {
    /** Of yes-or-no predictions, with the threshold 0.5. */
    public Precision() {
        this(0.5);
    }

    /** Of yes-or-no predictions; one above the threshold, which is from 0 to 1, says yes. A NaN says no. */
    public Precision(double threshold) {
        super("precision", threshold, null);
    }

    /** Of examples that are of one class each; the greatest prediction says which, the first of equal ones, none if one is NaN. */
    public Precision(Average average) {
        super("precision", 0.5, average);
    }

    @Override
    double score(double found, double wronglyFound, double missed) {
        return ratio(found, found + wronglyFound);
    }
}

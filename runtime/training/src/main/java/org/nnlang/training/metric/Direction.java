package org.nnlang.training.metric;

import java.util.List;

/** Which values of a metric are better. */
public enum Direction {
    /** Small ones, as of losses and errors. */
    MIN,
    /** Large ones, as of accuracies. */
    MAX;

    private static final List<String> SMALL = List.of(
            "loss", "error", "mse", "mae", "rmse", "crossentropy", "cross_entropy", "divergence", "poisson", "hinge");
    private static final List<String> LARGE = List.of(
            "accuracy",
            "acc",
            "precision",
            "recall",
            "auc",
            "f1",
            "f1_score",
            "fbeta_score",
            "r2",
            "r2_score",
            "iou",
            "specificity",
            "sensitivity",
            "cosine_similarity");

    /** How the values of several classes are brought together, which says nothing of their direction. */
    private static final List<String> AVERAGES = List.of("_macro", "_micro", "_weighted");

    /**
     * Tells it by the end of a name, such as {@code loss} of {@code val_digit_loss}.
     *
     * @throws IllegalArgumentException if the name says nothing
     */
    public static Direction of(String name) {
        String plain = withoutAverage(name);
        if (SMALL.stream().anyMatch(end -> endsWith(plain, end))) {
            return MIN;
        }
        if (LARGE.stream().anyMatch(end -> endsWith(plain, end))) {
            return MAX;
        }
        throw new IllegalArgumentException("it cannot be told from its name whether a small or a large '" + name
                + "' is good: say Direction.MIN or Direction.MAX");
    }

    private static String withoutAverage(String name) {
        for (String average : AVERAGES) {
            if (name.endsWith(average)) {
                return name.substring(0, name.length() - average.length());
            }
        }
        return name;
    }

    private static boolean endsWith(String name, String end) {
        return name.equals(end) || name.endsWith("_" + end);
    }

    /** Whether a value is better than another by more than {@code minDelta}; NaN never is. */
    public boolean isBetter(double value, double than, double minDelta) {
        return this == MIN ? value + minDelta < than : value - minDelta > than;
    }

    /** What every number is better than. */
    public double worst() {
        return this == MIN ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
}

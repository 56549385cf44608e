package org.nnlang.training.metric;

/** Which class a row of predictions or of targets stands for. */
final class Classes {
    /** What {@link #predicted} answers for a row with a NaN. */
    static final int NONE = -1;

    private Classes() {}

    /** The index of the greatest number, the first of equal ones, as NumPy's and Keras' argmax; {@link #NONE} if one is NaN. */
    static int predicted(float[] predictions, int at, int width) {
        int greatest = 0;
        for (int i = 0; i < width; i++) {
            float value = predictions[at + i];
            if (Float.isNaN(value)) {
                return NONE;
            }
            if (value > predictions[at + greatest]) {
                greatest = i;
            }
        }
        return greatest;
    }

    /**
     * The class of a target: a class index, or the greatest of a row of as many numbers as there are classes.
     *
     * @throws IllegalArgumentException if the index is no whole number from 0 to below the width, or a number is NaN
     */
    static int target(String metric, float[] targets, int at, int width, int targetWidth) {
        if (targetWidth == 1) {
            int index = (int) targets[at];
            if (index != targets[at] || index < 0 || index >= width) {
                throw new IllegalArgumentException(metric + ": the target of row " + at + " is " + targets[at]
                        + ", expected a class: a whole number from 0 to " + (width - 1));
            }
            return index;
        }
        int index = predicted(targets, at, width);
        if (index == NONE) {
            throw new IllegalArgumentException(
                    metric + ": the target of row " + at / targetWidth + " has a NaN: a target must be a number");
        }
        return index;
    }

    /** Refuses widths of which {@link #target} makes no class. */
    static void check(String metric, int width, int targetWidth) {
        if (width < 2) {
            throw new IllegalArgumentException(metric + " needs a prediction for each of at least 2 classes, got "
                    + width + ": for one output there are accuracy, precision, recall and f1_score");
        }
        if (targetWidth != 1 && targetWidth != width) {
            throw new IllegalArgumentException(metric + " takes a class index or " + width
                    + " numbers as target for predictions of " + width + ", got " + targetWidth);
        }
    }

    /** Refuses targets that have not one number for each prediction. */
    static void checkEqual(String metric, int width, int targetWidth) {
        if (targetWidth != width) {
            throw new IllegalArgumentException(metric + " takes a target for each prediction, got " + width
                    + " predictions and " + targetWidth + " targets a row");
        }
    }
}

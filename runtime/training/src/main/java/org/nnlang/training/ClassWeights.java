package org.nnlang.training;

/** How much an example counts by its class: the class index that is its target, or the largest number of its one-hot row. */
final class ClassWeights {
    private final float[] weights;
    private final int targetWidth;

    /**
     * Makes them for one output.
     *
     * @throws IllegalArgumentException if there is not one weight a class, or one is negative or not finite
     */
    ClassWeights(float[] weights, String output, TargetRows rows) {
        int classes = Math.max(2, rows.width());
        if (rows.rows() != 1) {
            throw new IllegalArgumentException("class weights need outputs of one row, output " + output + " has "
                    + rows.rows() + ": weigh the examples instead");
        }
        if (weights.length != classes) {
            throw new IllegalArgumentException("output " + output + " has " + classes + " classes, but there are "
                    + weights.length + " class weights: give one for each class");
        }
        for (int i = 0; i < classes; i++) {
            if (!(weights[i] >= 0 && weights[i] < Float.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "the weight of class " + i + " must be a finite number from 0, got " + weights[i]);
            }
        }
        this.weights = weights.clone();
        this.targetWidth = rows.targetWidth();
    }

    /** The weight of one example of a batch. */
    float weight(float[] targets, int place) {
        int index;
        if (targetWidth == 1) {
            float target = targets[place];
            index = (int) target;
            if (index != target || index < 0 || index >= weights.length) {
                throw new IllegalArgumentException("class weights need targets that are classes from 0 to "
                        + (weights.length - 1) + ", found " + target);
            }
        } else {
            index = 0;
            for (int i = 1; i < targetWidth; i++) {
                if (targets[place * targetWidth + i] > targets[place * targetWidth + index]) {
                    index = i;
                }
            }
        }
        return weights[index];
    }
}

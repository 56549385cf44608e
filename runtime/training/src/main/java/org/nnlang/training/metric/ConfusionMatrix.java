package org.nnlang.training.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nnlang.training.Metric;

/**
 * How often examples of each class were taken for each class; its {@link #result()} is the accuracy.
 *
 * <p>Targets are class indices or rows of as many numbers as there are classes; the greatest prediction says the class, the
 * first of equal ones. One prediction a row makes the classes 0 and 1, above 0.5 or not. A row of predictions with a NaN
 * says no class, and is counted apart. Where examples have weights, these are counted in place of ones.
 */
public final class ConfusionMatrix implements Metric {
    private final List<String> labels;
    /** A row a class that examples are of, a column a class that they were taken for, and one more for none. */
    private final double[][] counts;

    /** Makes one of some number of classes, at least 2, which are called by their indices. */
    public ConfusionMatrix(int classes) {
        this(IntStream.range(0, classes).mapToObj(Integer::toString).toList());
    }

    /** Makes one of classes of some names, at least 2. */
    public ConfusionMatrix(List<String> labels) {
        if (labels.size() < 2) {
            throw new IllegalArgumentException("a confusion matrix needs at least 2 classes, got " + labels.size());
        }
        this.labels = List.copyOf(labels);
        this.counts = new double[labels.size()][labels.size() + 1];
    }

    @Override
    public String name() {
        return "confusion_matrix";
    }

    @Override
    public void reset() {
        for (double[] row : counts) {
            Arrays.fill(row, 0);
        }
    }

    @Override
    @SuppressWarnings("exports")
    public void update(
            float[] predictions, float[] targets, int rows, int width, int targetWidth, float @Nullable [] weights) {
        boolean binary = width == 1 && classes() == 2;
        if (!binary && width != classes()) {
            throw new IllegalArgumentException(
                    "a confusion matrix of " + classes() + " classes takes as many predictions a row, got " + width);
        }
        Classes.check(name(), classes(), targetWidth);
        for (int row = 0; row < rows; row++) {
            int actual = Classes.target(name(), targets, row * targetWidth, classes(), targetWidth);
            int predicted = binary ? answer(predictions[row]) : Classes.predicted(predictions, row * width, width);
            counts[actual][predicted == Classes.NONE ? classes() : predicted] += weights == null ? 1 : weights[row];
        }
    }

    private static int answer(float prediction) {
        if (Float.isNaN(prediction)) {
            return Classes.NONE;
        }
        return prediction > 0.5f ? 1 : 0;
    }

    /** The number of classes. */
    public int classes() {
        return labels.size();
    }

    /** The names of the classes. */
    public List<String> labels() {
        return labels;
    }

    /** How many examples of one class were taken for another, or for the same. */
    public double count(int actual, int predicted) {
        return counts[actual][Objects.checkIndex(predicted, classes())];
    }

    /** How many examples of a class were taken for none, since a prediction was NaN. */
    public double withoutPrediction(int actual) {
        return counts[actual][classes()];
    }

    /** How many examples of a class there are. */
    public double actual(int label) {
        double sum = 0;
        for (double count : counts[label]) {
            sum += count;
        }
        return sum;
    }

    /** How many examples were taken for a class. */
    public double predicted(int label) {
        double sum = 0;
        for (int actual = 0; actual < classes(); actual++) {
            sum += count(actual, label);
        }
        return sum;
    }

    /** How many of those taken for a class are of it; 0 where there are none. */
    public double precision(int label) {
        return ClassScore.ratio(count(label, label), predicted(label));
    }

    /** How many of those of a class were taken for it; 0 where there are none. */
    public double recall(int label) {
        return ClassScore.ratio(count(label, label), actual(label));
    }

    @Override
    public double result() {
        double right = 0;
        double all = 0;
        for (int label = 0; label < classes(); label++) {
            right += count(label, label);
            all += actual(label);
        }
        return ClassScore.ratio(right, all);
    }

    @Override
    public double[] memory() {
        return Memory.of(counts);
    }

    @Override
    public void restore(double[] memory) {
        Memory.check(name(), memory, memory.length == classes() * (classes() + 1));
        for (int label = 0; label < classes(); label++) {
            System.arraycopy(memory, label * counts[label].length, counts[label], 0, counts[label].length);
        }
    }

    /** A table: a line a class that examples are of, a column a class that they were taken for, then recall and precision. */
    @Override
    public String toString() {
        return ConfusionTable.of(this);
    }
}

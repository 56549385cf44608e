package org.nnlang.training.metric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nnlang.training.Metric;

/**
 * The base of metrics made from how often a class was rightly found, wrongly found, and missed.
 *
 * <p>Without an {@link Average}, each number of a row is a yes or no of its own, above a threshold or not, and all are taken
 * together; with one, each row is of one class, and the greatest prediction says which.
 */
abstract class ClassScore implements Metric {
    private final String name;
    private final float threshold;
    private final @Nullable Average average;
    private double[] found = {};
    private double[] wronglyFound = {};
    private double[] missed = {};

    ClassScore(String name, double threshold, @Nullable Average average) {
        this.name = average == null ? name : name + average.suffix();
        this.threshold = BinaryAccuracy.threshold(threshold);
        this.average = average;
    }

    /** The score of a class, or of several together. */
    abstract double score(double found, double wronglyFound, double missed);

    /** A quotient, 0 where there is nothing to divide by. */
    static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void reset() {
        Arrays.fill(found, 0);
        Arrays.fill(wronglyFound, 0);
        Arrays.fill(missed, 0);
    }

    @Override
    @SuppressWarnings("exports")
    public final void update(
            float[] predictions, float[] targets, int rows, int width, int targetWidth, float @Nullable [] weights) {
        if (average == null) {
            Classes.checkEqual(name, width, targetWidth);
        } else {
            Classes.check(name, width, targetWidth);
        }
        makeRoom(width);
        for (int row = 0; row < rows; row++) {
            double weight = weights == null ? 1 : weights[row];
            if (average == null) {
                addAnswers(predictions, targets, row * width, width, weight);
            } else {
                int target = Classes.target(name, targets, row * targetWidth, width, targetWidth);
                addClass(Classes.predicted(predictions, row * width, width), target, weight);
            }
        }
    }

    private void makeRoom(int width) {
        if (found.length == 0) {
            found = new double[width];
            wronglyFound = new double[width];
            missed = new double[width];
        } else if (found.length != width) {
            throw new IllegalArgumentException(
                    name + " began with rows of " + found.length + " predictions, got rows of " + width);
        }
    }

    private void addAnswers(float[] predictions, float[] targets, int at, int width, double weight) {
        for (int i = 0; i < width; i++) {
            float target = targets[at + i];
            if (target != 0 && target != 1) {
                throw new IllegalArgumentException(name + ": a target is " + target
                        + ", expected 0 or 1: for classes there" + " are " + name + "_macro, _micro and _weighted");
            }
            // A NaN is above no threshold, and so says no.
            boolean yes = predictions[at + i] > threshold;
            if (yes && target == 1) {
                found[i] += weight;
            } else if (yes) {
                wronglyFound[i] += weight;
            } else if (target == 1) {
                missed[i] += weight;
            }
        }
    }

    private void addClass(int predicted, int target, double weight) {
        if (predicted == target) {
            found[target] += weight;
            return;
        }
        missed[target] += weight;
        if (predicted != Classes.NONE) {
            wronglyFound[predicted] += weight;
        }
    }

    @Override
    public final double result() {
        double sum = 0;
        double share = 0;
        if (average == null || average == Average.MICRO) {
            return score(sum(found), sum(wronglyFound), sum(missed));
        }
        for (int i = 0; i < found.length; i++) {
            double weight = average == Average.MACRO ? 1 : found[i] + missed[i];
            sum += weight * score(found[i], wronglyFound[i], missed[i]);
            share += weight;
        }
        return ratio(sum, share);
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    @Override
    public final double[] memory() {
        return Memory.of(found, wronglyFound, missed);
    }

    @Override
    public final void restore(double[] memory) {
        Memory.check(name, memory, memory.length % 3 == 0);
        found = Memory.part(memory, 0, 3);
        wronglyFound = Memory.part(memory, 1, 3);
        missed = Memory.part(memory, 2, 3);
    }
}

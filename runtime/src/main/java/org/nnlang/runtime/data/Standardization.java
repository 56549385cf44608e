package org.nnlang.runtime.data;

import java.util.Arrays;
import java.util.List;
import org.nnlang.runtime.Shape;

/**
 * Shifts and scales each number of the inputs such that it has mean 0 and standard deviation 1 where it was learned.
 *
 * <p>Learned from the examples to train on and applied to all, so that nothing of the test examples leaks in. As
 * scikit-learn's {@code StandardScaler}: the deviation is that of the population, and numbers that never change are only
 * shifted.
 */
public final class Standardization {
    private final float[][] means;
    private final float[][] deviations;

    private Standardization(float[][] means, float[][] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /**
     * Learns means and deviations in one pass, in double precision (Welford, 1962).
     *
     * @throws IllegalArgumentException if there are no examples, or an input has a NaN or an infinity
     */
    public static Standardization of(Examples train) {
        if (train.size() == 0) {
            throw new IllegalArgumentException("standardisation cannot be learned from no examples");
        }
        float[][] inputs = room(train.inputShapes());
        float[][] targets = room(train.targetShapes());
        double[][] mean = zeros(inputs);
        double[][] squares = zeros(inputs);
        for (int index = 0; index < train.size(); index++) {
            train.copy(index, inputs, targets, 0);
            for (int input = 0; input < inputs.length; input++) {
                for (int i = 0; i < inputs[input].length; i++) {
                    float value = inputs[input][i];
                    if (!Float.isFinite(value)) {
                        throw new IllegalArgumentException("element " + i + " of input " + input + " of example "
                                + index + " is " + value + ": standardisation needs finite numbers");
                    }
                    double difference = value - mean[input][i];
                    mean[input][i] += difference / (index + 1);
                    squares[input][i] += difference * (value - mean[input][i]);
                }
            }
        }
        float[][] means = room(train.inputShapes());
        float[][] deviations = room(train.inputShapes());
        for (int input = 0; input < means.length; input++) {
            for (int i = 0; i < means[input].length; i++) {
                means[input][i] = (float) mean[input][i];
                float deviation = (float) Math.sqrt(squares[input][i] / train.size());
                deviations[input][i] = deviation == 0 ? 1 : deviation;
            }
        }
        return new Standardization(means, deviations);
    }

    /**
     * The one of these means and deviations, such as were kept with the weights of a network that has one input.
     *
     * @throws IllegalArgumentException if their counts differ, or a deviation is not above 0
     */
    public static Standardization of(float[] means, float[] deviations) {
        if (means.length != deviations.length) {
            throw new IllegalArgumentException(
                    "each mean needs a deviation, got " + means.length + " and " + deviations.length);
        }
        for (int i = 0; i < means.length; i++) {
            if (!Float.isFinite(means[i]) || !(deviations[i] > 0) || Float.isInfinite(deviations[i])) {
                throw new IllegalArgumentException("mean " + i + " is " + means[i] + " and its deviation "
                        + deviations[i] + ": both must be finite, and the deviation above 0");
            }
        }
        return new Standardization(new float[][] {means.clone()}, new float[][] {deviations.clone()});
    }

    /** The means of the numbers of one input, as a copy. */
    public float[] means(int input) {
        return means[input].clone();
    }

    /** The standard deviations of the numbers of one input, 1 where a number never changed, as a copy. */
    public float[] deviations(int input) {
        return deviations[input].clone();
    }

    /** The same, but for some numbers of one input, which are left as they are, such as those of categories. */
    public Standardization except(int input, int... elements) {
        float[][] otherMeans = copy(means);
        float[][] otherDeviations = copy(deviations);
        for (int element : elements) {
            otherMeans[input][element] = 0;
            otherDeviations[input][element] = 1;
        }
        return new Standardization(otherMeans, otherDeviations);
    }

    /**
     * The examples with standardised inputs; a view that calculates on each copy.
     *
     * @throws IllegalArgumentException if their inputs have other sizes than where this was learned
     */
    public Examples apply(Examples examples) {
        int[] learned = Arrays.stream(means).mapToInt(input -> input.length).toArray();
        int[] found = examples.inputShapes().stream().mapToInt(Shape::elements).toArray();
        if (!Arrays.equals(learned, found)) {
            throw new IllegalArgumentException("standardisation was learned from inputs of " + Arrays.toString(learned)
                    + " numbers, got inputs of " + Arrays.toString(found));
        }
        return new StandardizedExamples(examples, means, deviations);
    }

    /**
     * Standardises rows in place, such as those that a trained network is to answer.
     *
     * @param input which input of the network they are for
     * @param rows of the numbers of that input, from index 0
     * @param count how many rows
     */
    public void apply(int input, float[] rows, int count) {
        float[] mean = means[input];
        for (int row = 0; row < count; row++) {
            apply(mean, deviations[input], rows, row * mean.length);
        }
    }

    static void apply(float[] mean, float[] deviation, float[] rows, int start) {
        for (int i = 0; i < mean.length; i++) {
            rows[start + i] = (rows[start + i] - mean[i]) / deviation[i];
        }
    }

    private static float[][] room(List<Shape> shapes) {
        return shapes.stream().map(shape -> new float[shape.elements()]).toArray(float[][]::new);
    }

    private static double[][] zeros(float[][] like) {
        return Arrays.stream(like).map(row -> new double[row.length]).toArray(double[][]::new);
    }

    private static float[][] copy(float[][] rows) {
        return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
    }
}

package org.nnlang.runtime.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.nnlang.runtime.Shape;

/**
 * Labelled examples: a row of features and a class for each, rows laid out one after another as sessions take them.
 *
 * <p>Arrays are handed out without a copy, since they are large; whoever writes into them changes the data set.
 */
public final class Dataset implements Examples {
    private final Shape featureShape;
    private final float[] features;
    private final int[] labels;
    private final int classes;
    private final boolean oneHot;

    /**
     * Makes a data set.
     *
     * @param featureShape of one example
     * @param features one row an example
     * @param labels one an example, from 0 to {@code classes - 1}
     * @param classes the number of classes
     * @param oneHot whether {@link #targets()} has a row of zeros and a one for each label, or the label itself
     * @throws IllegalArgumentException if the counts differ, or a label is none of the classes
     */
    public Dataset(Shape featureShape, float[] features, int[] labels, int classes, boolean oneHot) {
        if (features.length != (long) labels.length * featureShape.elements()) {
            throw new IllegalArgumentException(labels.length + " labels and features of " + featureShape + " need "
                    + (long) labels.length * featureShape.elements() + " numbers, got " + features.length);
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        "label " + i + " is " + labels[i] + ", expected 0 to " + (classes - 1));
            }
        }
        this.featureShape = featureShape;
        this.features = features;
        this.labels = labels;
        this.classes = classes;
        this.oneHot = oneHot;
    }

    @Override
    public int size() {
        return labels.length;
    }

    /** The shape of the features: there is one input. */
    @Override
    public List<Shape> inputShapes() {
        return List.of(featureShape);
    }

    /** The shape of the target: there is one output. */
    @Override
    public List<Shape> targetShapes() {
        return List.of(targetShape());
    }

    @Override
    public void copy(int index, float[][] inputs, float[][] targets, int place) {
        Objects.checkIndex(index, size());
        int width = featureShape.elements();
        System.arraycopy(features, index * width, inputs[0], place * width, width);
        if (oneHot) {
            Arrays.fill(targets[0], place * classes, (place + 1) * classes, 0);
            targets[0][place * classes + labels[index]] = 1;
        } else {
            targets[0][place] = labels[index];
        }
    }

    /** The same examples with a row of zeros and a one for each label; features and labels are shared. */
    public Dataset asOneHot() {
        return new Dataset(featureShape, features, labels, classes, true);
    }

    /** The same examples with the label itself as target; features and labels are shared. */
    public Dataset asIndices() {
        return new Dataset(featureShape, features, labels, classes, false);
    }

    /** The number of classes. */
    public int classes() {
        return classes;
    }

    /** The shape of the features of one example. */
    public Shape featureShape() {
        return featureShape;
    }

    /** All features, one row an example. */
    public float[] features() {
        return features;
    }

    /** The classes, one an example. */
    public int[] labels() {
        return labels;
    }

    /** The class of one example. */
    public int label(int index) {
        return labels[index];
    }

    /** The features of one example, as a copy. */
    public float[] row(int index) {
        Objects.checkIndex(index, size());
        int width = featureShape.elements();
        return Arrays.copyOfRange(features, index * width, (index + 1) * width);
    }

    /** The shape of the target of one example: {@code [classes]} if one-hot, else {@code [1]}. */
    public Shape targetShape() {
        return Shape.of(oneHot ? classes : 1);
    }

    /**
     * What a model should answer, one row an example, made anew at each call.
     *
     * @throws IllegalArgumentException if they are more numbers than an array has
     */
    public float[] targets() {
        int width = targetShape().elements();
        long count = (long) size() * width;
        if (count > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("the targets of " + size() + " examples of " + width + " classes are "
                    + count + " numbers, more than an array has: take them in ranges, or as indices");
        }
        float[] targets = new float[(int) count];
        for (int i = 0; i < size(); i++) {
            if (oneHot) {
                targets[i * width + labels[i]] = 1;
            } else {
                targets[i] = labels[i];
            }
        }
        return targets;
    }

    /**
     * Copies the features of the examples {@code from} to {@code to} (exclusive) to the start of an array.
     *
     * @throws IndexOutOfBoundsException if there are no such examples, or the array is too small
     */
    public void copyFeatures(int from, int to, float[] target) {
        Objects.checkFromToIndex(from, to, size());
        int width = featureShape.elements();
        System.arraycopy(features, from * width, target, 0, (to - from) * width);
    }

    /** The examples {@code from} to {@code to} (exclusive), as a copy. */
    @Override
    public Dataset range(int from, int to) {
        Objects.checkFromToIndex(from, to, size());
        int width = featureShape.elements();
        return new Dataset(
                featureShape,
                Arrays.copyOfRange(features, from * width, to * width),
                Arrays.copyOfRange(labels, from, to),
                classes,
                oneHot);
    }

    /** The first examples, as a copy: {@code count} of them, or all where there are fewer. */
    public Dataset take(int count) {
        return range(0, Math.min(count, size()));
    }

    /** How many examples each class has. */
    public int[] classCounts() {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }
}

package org.nnlang.runtime.data;

import java.util.Objects;

/** Examples of which some count more than others; these weights take the place of any that they had. */
final class WeightedExamples extends ExampleView {
    private final float[] weights;

    WeightedExamples(Examples examples, float[] weights) {
        super(examples);
        if (weights.length != examples.size()) {
            throw new IllegalArgumentException(
                    examples.size() + " examples need as many weights, got " + weights.length);
        }
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0) || weights[i] == Float.POSITIVE_INFINITY) {
                throw new IllegalArgumentException(
                        "weight " + i + " is " + weights[i] + ", expected a finite number that is not negative");
            }
        }
        this.weights = weights.clone();
    }

    @Override
    public int size() {
        return weights.length;
    }

    @Override
    int source(int index) {
        return Objects.checkIndex(index, weights.length);
    }

    @Override
    public float weight(int index) {
        return weights[index];
    }
}

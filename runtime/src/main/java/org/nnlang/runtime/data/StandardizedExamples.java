package org.nnlang.runtime.data;

import java.util.Objects;

/** Examples whose inputs are shifted and scaled as they are copied. */
final class StandardizedExamples extends ExampleView {
    private final int size;
    private final float[][] means;
    private final float[][] deviations;

    StandardizedExamples(Examples examples, float[][] means, float[][] deviations) {
        super(examples);
        this.size = examples.size();
        this.means = means;
        this.deviations = deviations;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    int source(int index) {
        return Objects.checkIndex(index, size);
    }

    @Override
    public void copy(int index, float[][] inputs, float[][] targets, int place) {
        super.copy(index, inputs, targets, place);
        for (int input = 0; input < means.length; input++) {
            Standardization.apply(means[input], deviations[input], inputs[input], place * means[input].length);
        }
    }
}

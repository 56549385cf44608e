package org.nnlang.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.nnlang.runtime.Shape;

class DatasetTest {
    private final float[] features = {1, 2, 3, 4, 5, 6};
    private final Dataset dataset = new Dataset(Shape.of(2), features, new int[] {2, 0, 2}, 3, true);

    @Test
    void givesRowsAndTargets() {
        assertThat(dataset.size()).isEqualTo(3);
        assertThat(dataset.row(1)).containsExactly(3, 4);
        assertThat(dataset.label(2)).isEqualTo(2);
        assertThat(dataset.classCounts()).containsExactly(1, 0, 2);
        assertThat(dataset.targetShape()).isEqualTo(Shape.of(3));
        assertThat(dataset.targets()).containsExactly(0, 0, 1, 1, 0, 0, 0, 0, 1);

        Dataset indices = new Dataset(Shape.of(2), features, new int[] {2, 0, 2}, 3, false);
        assertThat(indices.targetShape()).isEqualTo(Shape.of(1));
        assertThat(indices.targets()).containsExactly(2, 0, 2);
    }

    @Test
    void saysWhereTargetsFitNoArray() {
        Dataset many = new Dataset(Shape.of(1), new float[65_536], new int[65_536], 65_537, true);
        assertThatIllegalArgumentException()
                .isThrownBy(many::targets)
                .withMessage("the targets of 65536 examples of 65537 classes are 4295032832 numbers, more than an array"
                        + " has: take them in ranges, or as indices");
    }

    @Test
    void givesRanges() {
        Dataset range = dataset.range(1, 3);
        assertThat(range.features()).containsExactly(3, 4, 5, 6);
        assertThat(range.labels()).containsExactly(0, 2);
        assertThat(range.targets()).containsExactly(1, 0, 0, 0, 0, 1);
        assertThat(dataset.take(1).labels()).containsExactly(2);
        assertThat(dataset.take(9).size()).isEqualTo(3);
        assertThat(dataset.take(0).size()).isZero();

        float[] buffer = new float[5];
        dataset.copyFeatures(1, 3, buffer);
        assertThat(buffer).containsExactly(3, 4, 5, 6, 0);
    }

    @Test
    void copiesExamplesIntoBatches() {
        float[][] inputs = {new float[4]};
        float[][] targets = {{9, 9, 9, 9, 9, 9}};
        dataset.copy(2, inputs, targets, 1);
        assertThat(inputs[0]).containsExactly(0, 0, 5, 6);
        assertThat(targets[0]).containsExactly(9, 9, 9, 0, 0, 1);

        float[][] indices = {new float[2]};
        dataset.asIndices().copy(0, inputs, indices, 1);
        assertThat(indices[0]).containsExactly(0, 2);
        assertThat(dataset.inputShapes()).containsExactly(Shape.of(2));
        assertThat(dataset.targetShapes()).containsExactly(Shape.of(3));
        assertThat(dataset.asIndices().targetShapes()).containsExactly(Shape.of(1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> dataset.copy(3, inputs, targets, 0));
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dataset(Shape.of(2), new float[5], new int[3], 3, false))
                .withMessage("3 labels and features of [2] need 6 numbers, got 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dataset(Shape.of(2), new float[4], new int[] {0, 3}, 3, false))
                .withMessage("label 1 is 3, expected 0 to 2");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> dataset.row(3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> dataset.range(2, 4));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> dataset.copyFeatures(0, 3, new float[5]));
    }
}

package org.nnlang.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.nnlang.runtime.Shape;

class StandardizationTest {
    private final Examples train =
            Examples.of(Shape.of(3), new float[] {1, 7, 0, 5, 7, 1, 9, 7, 0, 1, 7, 1}, Shape.of(1), new float[4]);

    @Test
    void learnsFromSomeAndAppliesToOthers() {
        // The first column is 1, 5, 9, 1: mean 4, squares 9 + 1 + 25 + 9 = 44, deviation sqrt(11).
        Standardization learned = Standardization.of(train);
        assertThat(learned.means(0)).containsExactly(4, 7, 0.5f);
        assertThat(learned.deviations(0)).containsExactly((float) Math.sqrt(11), 1, 0.5f);

        Examples test = learned.apply(Examples.of(Shape.of(3), new float[] {15, 8, 1}, Shape.of(1), new float[] {3})
                .withWeights(2));
        float[][] inputs = {new float[6]};
        float[][] targets = {new float[2]};
        test.copy(0, inputs, targets, 1);

        assertThat(inputs[0]).containsExactly(0, 0, 0, 11 / (float) Math.sqrt(11), 1, 1);
        assertThat(targets[0]).containsExactly(0, 3);
        assertThat(test.weight(0)).isEqualTo(2);
    }

    @Test
    void standardisesWhatIsToBeAnswered() {
        Standardization learned = Standardization.of(train);
        Standardization kept = Standardization.of(learned.means(0), learned.deviations(0));
        float[] rows = {15, 8, 1, 4, 6, 0, 99};
        kept.apply(0, rows, 2);
        assertThat(rows).containsExactly(11 / (float) Math.sqrt(11), 1, 1, 0, -1, -1, 99);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Standardization.of(new float[2], new float[] {1, 0}))
                .withMessage("mean 1 is 0.0 and its deviation 0.0: both must be finite, and the deviation above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Standardization.of(new float[2], new float[1]))
                .withMessage("each mean needs a deviation, got 2 and 1");
    }

    @Test
    void leavesOutWhatIsNoQuantity() {
        Standardization learned = Standardization.of(train).except(0, 2);
        assertThat(learned.means(0)).containsExactly(4, 7, 0);
        assertThat(learned.deviations(0)).containsExactly((float) Math.sqrt(11), 1, 1);
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Standardization.of(train).apply(ToyExamples.xor()))
                .withMessage("standardisation was learned from inputs of [3] numbers, got inputs of [2]");
        assertThatIllegalArgumentException().isThrownBy(() -> Standardization.of(train.range(0, 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Standardization.of(
                        Examples.of(Shape.of(2), new float[] {1, Float.NaN}, Shape.of(1), new float[1])))
                .withMessage("element 1 of input 0 of example 0 is NaN: standardisation needs finite numbers");
    }
}

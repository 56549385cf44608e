package org.nnlang.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nnlang.runtime.Shape;

class ExamplesTest {
    private final Examples four =
            Examples.of(Shape.of(2), new float[] {0, 1, 10, 11, 20, 21, 30, 31}, Shape.of(1), new float[] {5, 6, 7, 8});

    @Test
    void copiesIntoAPlaceOfABatch() {
        float[][] inputs = {{9, 9, 9, 9}};
        float[][] targets = {{9, 9}};

        four.copy(2, inputs, targets, 1);

        assertThat(inputs[0]).containsExactly(9, 9, 20, 21);
        assertThat(targets[0]).containsExactly(9, 7);
    }

    @Test
    void takesAnyNumberOfInputsAndOutputs() {
        Examples examples = Examples.of(
                List.of(Shape.of(1), Shape.of(1, 2)),
                List.of(new float[] {1, 2}, new float[] {3, 4, 5, 6}),
                List.of(Shape.of(1), Shape.of(2)),
                List.of(new float[] {-1, -2}, new float[] {-3, -4, -5, -6}));
        float[][] inputs = {new float[1], new float[2]};
        float[][] targets = {new float[1], new float[2]};

        examples.copy(1, inputs, targets, 0);

        assertThat(examples.size()).isEqualTo(2);
        assertThat(inputs).isDeepEqualTo(new float[][] {{2}, {5, 6}});
        assertThat(targets).isDeepEqualTo(new float[][] {{-2}, {-5, -6}});
    }

    @Test
    void saysWhichLengthDoesNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Examples.of(Shape.of(2), new float[5], Shape.of(1), new float[2]))
                .withMessage("input 0 of shape [2] needs 4 numbers for 2 examples, got 5: no whole number of rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Examples.of(Shape.of(2), new float[4], Shape.of(3), new float[5]))
                .withMessage("target 0 of shape [3] needs 6 numbers for 2 examples, got 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Examples.of(List.of(Shape.of(1)), List.of(), List.of(), List.of()))
                .withMessage("got 1 input shapes, but arrays for 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Examples.of(List.of(), List.of(), List.of(), List.of()))
                .withMessage("examples need at least one input");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> four.copy(4, new float[1][2], new float[1][1], 0));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> four.copy(0, new float[1][2], new float[1][1], 1));
    }

    @Test
    void givesViews() {
        Examples range = four.range(1, 3);
        assertThat(targets(range)).containsExactly(6, 7);
        assertThat(targets(range.range(1, 2))).containsExactly(7);
        assertThat(targets(four.subset(3, 0, 3))).containsExactly(8, 5, 8);
        assertThat(targets(range.concatenate(four.subset(0)))).containsExactly(6, 7, 5);

        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> four.range(3, 5));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> four.subset(0, 4));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> range.copy(2, new float[1][2], new float[1][1], 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> four.concatenate(ToyExamples.xor().asOneHot()))
                .withMessage("only examples of equal shapes go together: targets are [[1]] and [[2]]");
    }

    @Test
    void weighsExamples() {
        assertThat(four.weight(3)).isEqualTo(1);
        Examples weighted = four.withWeights(1, 2, 0, 4);

        assertThat(targets(weighted)).containsExactly(5, 6, 7, 8);
        assertThat(weights(weighted)).containsExactly(1, 2, 0, 4);
        assertThat(weights(weighted.range(1, 4))).containsExactly(2, 0, 4);
        assertThat(weights(weighted.subset(3, 1))).containsExactly(4, 2);
        assertThat(weights(four.range(0, 1).concatenate(weighted.range(3, 4)))).containsExactly(1, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> four.withWeights(1, 2))
                .withMessage("4 examples need as many weights, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> four.withWeights(1, Float.NaN, 1, 1))
                .withMessage("weight 1 is NaN, expected a finite number that is not negative");
    }

    @Test
    void splitsWithoutLossBySeed() {
        Examples hundred = Examples.generated(
                100, List.of(Shape.of(1)), List.of(Shape.of(1)), 1, (i, random, inputs, targets) -> targets[0][0] = i);

        Split split = hundred.split(0.8, 7);

        assertThat(split.train().size()).isEqualTo(80);
        assertThat(split.test().size()).isEqualTo(20);
        assertThat(targets(split.train().concatenate(split.test()))).containsExactlyInAnyOrder(targets(hundred));
        assertThat(targets(split.test()))
                .isEqualTo(targets(hundred.split(0.8, 7).test()));
        assertThat(targets(split.test()))
                .isNotEqualTo(targets(hundred.split(0.8, 8).test()));
        assertThat(targets(split.test())).isNotEqualTo(targets(hundred.range(80, 100)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hundred.split(1, 7))
                .withMessageContaining("between 0 and 1 (exclusive), got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hundred.range(0, 1).split(0.8, 7))
                .withMessageContaining("leaves one part empty");
    }

    @Test
    void generatesTheSameExampleForTheSameSeedAndIndex() {
        Examples sums = sums(3);
        float[] forward = targets(sums);

        float[][] inputs = {new float[2]};
        float[][] target = {new float[1]};
        for (int i = 9; i >= 0; i--) {
            sums.copy(i, inputs, target, 0);
            assertThat(target[0][0]).isEqualTo(forward[i]).isEqualTo(inputs[0][0] + inputs[0][1]);
        }
        assertThat(targets(sums(3))).isEqualTo(forward);
        assertThat(forward).doesNotHaveDuplicates().doesNotContain(targets(sums(4)));
    }

    private static Examples sums(long seed) {
        return Examples.generated(
                10, List.of(Shape.of(2)), List.of(Shape.of(1)), seed, (index, random, inputs, targets) -> {
                    // What is not written must be zero, whatever was there before.
                    assertThat(targets[0]).containsExactly(0);
                    inputs[0][0] = (float) random.nextDouble();
                    inputs[0][1] = (float) random.nextDouble();
                    targets[0][0] = inputs[0][0] + inputs[0][1];
                });
    }

    private static float[] targets(Examples examples) {
        float[][] inputs = {
            new float[examples.size() * examples.inputShapes().get(0).elements()]
        };
        float[][] targets = {new float[examples.size()]};
        for (int i = 0; i < examples.size(); i++) {
            examples.copy(i, inputs, targets, i);
        }
        return targets[0];
    }

    private static float[] weights(Examples examples) {
        float[] weights = new float[examples.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = examples.weight(i);
        }
        return weights;
    }
}

package org.nnlang.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.runtime.Port;
import org.nnlang.runtime.Shape;
import org.nnlang.training.loss.SparseCategoricalCrossEntropy;
import org.nnlang.training.loss.SparseCategoricalCrossEntropyFromLogits;

/** What one output makes of a batch. */
class HeadTest {
    private static Head head(Loss loss, int width, int targetWidth) {
        return new Head(
                new Port("y", Shape.of(width)),
                OutputActivation.OTHER,
                Shape.of(targetWidth),
                new Goal(loss, 1, List.of(), List.of()),
                2);
    }

    static List<Loss> ofClassIndices() {
        return List.of(new SparseCategoricalCrossEntropy(), new SparseCategoricalCrossEntropyFromLogits());
    }

    /** Counted from 1, the last class would have no loss and no gradient. */
    @ParameterizedTest
    @MethodSource("ofClassIndices")
    void classIndicesAreCheckedWhereALossIsGivenItself(Loss loss) {
        float[] outputs = {0.5f, 0.25f, 0.25f, 0.5f, 0.25f, 0.25f};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> head(loss, 3, 1).take(outputs, outputs, new float[] {1, 3}, 2, null, new float[6]))
                .withMessage("the target of row 1 of the batch is 3.0, but the classes are 0 to 2, whole numbers");
    }

    @Test
    void anExampleWithoutWeightCannotBreakTheOthers() {
        Head head = head(Losses.meanSquaredError(), 2, 2);
        float[] gradients = new float[4];

        double loss = head.take(
                new float[] {1, 2, 3, Float.NaN},
                new float[0],
                new float[] {3, 2, Float.POSITIVE_INFINITY, 1},
                2,
                new float[] {1, 0},
                gradients);

        assertThat(loss).isEqualTo(1);
        assertThat(head.lossSum()).isEqualTo(2);
        assertThat(gradients).containsExactly(-1, 0, 0, 0);
    }
}

package org.nnlang.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.nnlang.training.metric.Judge.column;
import static org.nnlang.training.metric.Judge.result;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    private final float[][] predictions = {{9, 1, 0}, {9, 1, 0}, {1, 9, 0}, {0, 9, 1}};

    @Test
    void countsWhatWasTakenForWhat() {
        ConfusionMatrix matrix = new ConfusionMatrix(List.of("cat", "elephant", "dog"));
        assertThat(result(matrix, predictions, column(0, 1, 1, 1))).isEqualTo(0.75);

        assertThat(matrix.count(0, 0)).isEqualTo(1);
        assertThat(matrix.count(1, 0)).isEqualTo(1);
        assertThat(matrix.count(1, 1)).isEqualTo(2);
        assertThat(matrix.actual(1)).isEqualTo(3);
        assertThat(matrix.predicted(0)).isEqualTo(2);
        assertThat(matrix.precision(0)).isEqualTo(0.5);
        assertThat(matrix.recall(1)).isEqualTo(2 / 3.0);
        assertThat(matrix.precision(2)).isZero();
        assertThat(matrix.toString()).isEqualTo("""
                        actual \\ predicted  cat  elephant  dog  recall  precision
                        cat                   1         0    0  1.0000     0.5000
                        elephant              1         2    0  0.6667     1.0000
                        dog                   0         0    0       -          -
                        """);
        matrix.reset();
        assertThat(matrix.result()).isZero();
    }

    @Test
    void countsNanApart() {
        ConfusionMatrix matrix = new ConfusionMatrix(2);
        assertThat(result(matrix, new float[][] {{1, 0}, {Float.NaN, 1}}, new float[][] {{1, 0}, {0, 1}}, 1, 1.5f))
                .isEqualTo(1 / 2.5);
        assertThat(matrix.withoutPrediction(1)).isEqualTo(1.5);
        assertThat(matrix.toString()).isEqualTo("""
                        actual \\ predicted  0  1  NaN  recall  precision
                        0                   1  0    0  1.0000     1.0000
                        1                   0  0  1.5  0.0000          -
                        """);
    }

    @Test
    void takesOneOutputForTwoClasses() {
        ConfusionMatrix matrix = new ConfusionMatrix(2);
        assertThat(result(matrix, column(0.9f, 0.5f, Float.NaN), column(1, 1, 0)))
                .isEqualTo(1 / 3.0);
        assertThat(matrix.count(1, 0)).isEqualTo(1);
        assertThat(matrix.withoutPrediction(0)).isEqualTo(1);
    }

    @Test
    void refusesOtherClasses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result(new ConfusionMatrix(4), predictions, column(0, 0, 0, 0)))
                .withMessage("a confusion matrix of 4 classes takes as many predictions a row, got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result(new ConfusionMatrix(3), predictions, column(0, 0, 0, 3)))
                .withMessageContaining("the target of row 2 is 3.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new ConfusionMatrix(1));
    }
}

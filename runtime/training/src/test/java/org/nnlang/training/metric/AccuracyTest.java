package org.nnlang.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.nnlang.training.metric.Judge.column;
import static org.nnlang.training.metric.Judge.result;

import org.junit.jupiter.api.Test;

class AccuracyTest {
    private static final float NAN = Float.NaN;

    /** Right, wrong, right by being the first of equal ones, wrong by not being the first. */
    private final float[][] predictions = {
        {0.1f, 0.7f, 0.2f}, {0.6f, 0.3f, 0.1f}, {0.4f, 0.4f, 0.2f}, {0.4f, 0.4f, 0.2f}
    };

    private final float[][] oneHot = {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}, {0, 1, 0}};

    @Test
    void takesClassIndicesAndRows() {
        assertThat(result(new Accuracy(), predictions, oneHot)).isEqualTo(0.5);
        assertThat(result(new Accuracy(), predictions, column(1, 2, 0, 1))).isEqualTo(0.5);
        assertThat(result(new Accuracy(), predictions, oneHot, 3, 1, 0, 2)).isEqualTo(3 / 6.0);
        assertThat(new Accuracy().name()).isEqualTo("accuracy");
    }

    @Test
    void isBinaryForOneOutput() {
        float[][] one = column(0.9f, 0.5f, 0.51f, 0.2f);
        assertThat(result(new Accuracy(), one, column(1, 0, 0, 0))).isEqualTo(0.75);
        assertThat(result(new Accuracy(), one, column(1, 1, 1, 1))).isEqualTo(0.5);
    }

    @Test
    void neverTakesNanForRight() {
        assertThat(result(new Accuracy(), new float[][] {{NAN, 0, 1}, {0, 1, NAN}}, column(0, 1)))
                .isZero();
        assertThat(result(new Accuracy(), column(NAN, NAN), column(0, 1))).isZero();
        assertThat(result(new BinaryAccuracy(), column(NAN, NAN), column(0, 1))).isZero();
        assertThat(result(new TopK(2), new float[][] {{NAN, 1, 2}, {1, NAN, 0}}, column(0, 0)))
                .isZero();
    }

    @Test
    void beginsAnewAfterReset() {
        Accuracy accuracy = new Accuracy();
        assertThat(accuracy.result()).isZero();
        assertThat(result(accuracy, column(1, 1), column(0, 0))).isZero();
        accuracy.reset();
        assertThat(accuracy.result()).isZero();
        assertThat(result(accuracy, column(1, 1), column(1, 1))).isEqualTo(1);
    }

    @Test
    void refusesTargetsThatAreNoClasses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result(new Accuracy(), predictions, column(1, 3, 0, 0)))
                .withMessage("accuracy: the target of row 0 is 3.0, expected a class: a whole number from 0 to 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result(new Accuracy(), predictions, column(0.5f, 1, 0, 0)))
                .withMessageContaining("is 0.5, expected a class");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result(new Accuracy(), predictions, new float[4][2]))
                .withMessage("accuracy takes a class index or 3 numbers as target for predictions of 3, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result(new Accuracy(), column(1, 2), new float[2][2]))
                .withMessageContaining("got 1 predictions and 2 targets a row");
    }

    @Test
    void countsYesAndNoOfManyOutputs() {
        float[][] answers = {{0.9f, 0.2f}, {0.4f, 0.6f}};
        float[][] targets = {{1, 0}, {1, 1}};
        assertThat(result(new BinaryAccuracy(), answers, targets)).isEqualTo(0.75);
        assertThat(result(new BinaryAccuracy(0.3), answers, targets)).isEqualTo(1);
        assertThat(result(new BinaryAccuracy(), answers, targets, 1, 3)).isEqualTo((1 + 3 * 0.5) / 4);
        assertThatIllegalArgumentException().isThrownBy(() -> new BinaryAccuracy(1.5));
    }

    @Test
    void looksAmongTheFirstByTheRuleOfKeras() {
        float[][] scores = {{0.1f, 0.5f, 0.3f, 0.1f}, {0.1f, 0.5f, 0.3f, 0.1f}, {0.2f, 0.2f, 0.2f, 0.4f}};
        assertThat(result(new TopK(1), scores, column(1, 2, 3))).isEqualTo(2 / 3.0);
        assertThat(result(new TopK(2), scores, column(2, 0, 3))).isEqualTo(2 / 3.0);
        // All that equal the second greatest are among the first two.
        assertThat(result(new TopK(2), scores, column(1, 2, 2))).isEqualTo(1);
        assertThat(result(new TopK(3), scores, column(3, 0, 0), 1, 1, 2)).isEqualTo(1);
        assertThat(result(new TopK(9), scores, column(3, 0, 0))).isEqualTo(1);
        assertThat(result(new TopK(1), scores, new float[][] {{0, 1, 0, 0}, {1, 0, 0, 0}, {0, 0, 0, 1}}))
                .isEqualTo(2 / 3.0);
        assertThat(new TopK().name()).isEqualTo("top_k_categorical_accuracy");
        assertThat(new TopK(3).name()).isEqualTo("top_3_categorical_accuracy");
        assertThatIllegalArgumentException().isThrownBy(() -> new TopK(0));
    }
}

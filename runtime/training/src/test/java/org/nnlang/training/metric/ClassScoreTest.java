package org.nnlang.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.nnlang.training.metric.Judge.column;
import static org.nnlang.training.metric.Judge.result;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ClassScoreTest {
    private static final Offset<Double> TIGHT = within(1e-15);

    /** Found 2 (weights 1, 2), wrongly found 1 (3), missed 1 (4), rightly not said 1 (5). */
    private final float[][] answers = column(0.9f, 0.8f, 0.7f, 0.5f, 0.1f);

    private final float[][] truth = column(1, 1, 0, 1, 0);

    /** Classes 0, 0, 0, 1, 1, 2 taken for 0, 0, 1, 1, 2, 0. */
    private final float[][] predictions = {{9, 1, 0}, {9, 1, 0}, {1, 9, 0}, {0, 9, 1}, {0, 1, 9}, {9, 0, 1}};

    private final float[][] classes = column(0, 0, 0, 1, 1, 2);

    @Test
    void scoresYesAndNo() {
        assertThat(result(new Precision(), answers, truth)).isEqualTo(2 / 3.0);
        assertThat(result(new Recall(), answers, truth)).isEqualTo(2 / 3.0);
        assertThat(result(new F1(), answers, truth)).isEqualTo(4 / 6.0);
        assertThat(result(new Recall(0.4), answers, truth)).isEqualTo(1);
        assertThat(result(new Precision(0.4), answers, truth)).isEqualTo(0.75);
    }

    @Test
    void weighsRows() {
        float[] weights = {1, 2, 3, 4, 5};
        assertThat(result(new Precision(), answers, truth, weights)).isEqualTo(3 / 6.0);
        assertThat(result(new Recall(), answers, truth, weights)).isEqualTo(3 / 7.0);
        assertThat(result(new F1(), answers, truth, weights)).isEqualTo(6 / 13.0);
    }

    @Test
    void takesAllNumbersOfARowTogether() {
        float[][] two = {{0.9f, 0.9f}, {0.1f, 0.9f}};
        assertThat(result(new Precision(), two, new float[][] {{1, 0}, {1, 1}})).isEqualTo(2 / 3.0);
        assertThat(result(new Recall(), two, new float[][] {{1, 0}, {1, 1}})).isEqualTo(2 / 3.0);
    }

    @Test
    void isZeroWhereThereIsNothing() {
        for (ClassScore score : new ClassScore[] {new Precision(), new Recall(), new F1()}) {
            assertThat(score.result()).isZero();
            assertThat(result(score, column(0.1f, 0.2f), column(0, 0))).isZero();
            assertThat(result(score, column(0.1f, 0.2f), column(1, 1))).isZero();
        }
        assertThat(result(new Precision(), column(Float.NaN, 1), column(0, 1))).isEqualTo(1);
        assertThat(result(new Recall(), column(Float.NaN, 1), column(1, 1))).isEqualTo(0.5);
    }

    @Test
    void averagesOverClasses() {
        // Found 2 1 0, wrongly found 1 1 1, missed 1 1 1: precision and recall 2/3, 1/2, 0.
        assertThat(result(new Precision(Average.MACRO), predictions, classes)).isEqualTo((2 / 3.0 + 0.5) / 3, TIGHT);
        assertThat(result(new Recall(Average.MACRO), predictions, classes)).isEqualTo((2 / 3.0 + 0.5) / 3, TIGHT);
        assertThat(result(new F1(Average.MACRO), predictions, classes)).isEqualTo((2 / 3.0 + 0.5) / 3, TIGHT);
        assertThat(result(new Precision(Average.MICRO), predictions, classes)).isEqualTo(0.5);
        assertThat(result(new F1(Average.MICRO), predictions, classes)).isEqualTo(0.5);
        assertThat(result(new Precision(Average.WEIGHTED), predictions, classes))
                .isEqualTo(0.5, TIGHT);
        assertThat(result(new F1(Average.WEIGHTED), predictions, classes)).isEqualTo(0.5, TIGHT);
        assertThat(new F1(Average.MACRO).name()).isEqualTo("f1_score_macro");
    }

    @Test
    void averagesWithPrecisionUnlikeRecall() {
        // Classes 0, 0, 1 taken for 0, 1, 1.
        float[][] taken = {{1, 0}, {0, 1}, {0, 1}};
        assertThat(result(new Precision(Average.MACRO), taken, column(0, 0, 1))).isEqualTo(0.75);
        assertThat(result(new Recall(Average.MACRO), taken, column(0, 0, 1))).isEqualTo(0.75);
        assertThat(result(new Precision(Average.WEIGHTED), taken, column(0, 0, 1)))
                .isEqualTo((2 + 0.5) / 3, TIGHT);
        assertThat(result(new Recall(Average.WEIGHTED), taken, column(0, 0, 1))).isEqualTo(2 / 3.0, TIGHT);
        assertThat(result(new F1(Average.MACRO), taken, column(0, 0, 1))).isEqualTo(2 / 3.0, TIGHT);
        // A row with a NaN is missed, and wrongly found in no class.
        float[][] unsure = {{1, 0}, {Float.NaN, 1}, {0, 1}};
        assertThat(result(new Precision(Average.MACRO), unsure, column(0, 0, 1)))
                .isEqualTo(1);
        assertThat(result(new Recall(Average.MACRO), unsure, column(0, 0, 1))).isEqualTo(0.75);
    }

    @Test
    void refusesWhatItCannotScore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result(new Precision(), predictions, classes))
                .withMessageContaining("takes a target for each prediction, got 3 predictions and 1 targets a row");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result(new Recall(), column(1, 1), column(1, 2)))
                .withMessage("recall: a target is 2.0, expected 0 or 1: "
                        + "for classes there are recall_macro, _micro and _weighted");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result(new F1(Average.MICRO), answers, truth))
                .withMessageContaining("needs a prediction for each of at least 2 classes, got 1");
        Precision precision = new Precision();
        assertThat(result(precision, answers, truth)).isPositive();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result(precision, new float[2][2], new float[2][2]))
                .withMessage("precision began with rows of 1 predictions, got rows of 2");
        precision.reset();
        assertThat(precision.result()).isZero();
    }
}

package org.nnlang.samples.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.data.Dataset;
import org.nnlang.runtime.data.DrawnDigits;

class AnswersTest {
    private final Dataset images = new Dataset(Shape.of(1), new float[4], new int[] {0, 1, 1, 0}, 2, true);
    private final Answers answers = new Answers(images, new float[] {0.9f, 0.1f, 0.6f, 0.4f, 0.8f, 0.2f, 0.5f, 0.5f});

    @Test
    void takesTheLikeliestDigitAndOfEqualsTheFirst() {
        assertThat(answers.digit(0)).isZero();
        assertThat(answers.digit(1)).isZero();
        assertThat(answers.digit(3)).isZero();
        assertThat(answers.right()).isEqualTo(2);
    }

    @Test
    void beginsWithTheWorstMistakes() {
        assertThat(answers.worst(10)).containsExactly(2, 1);
        assertThat(answers.worst(1)).containsExactly(2);
    }

    @Test
    void countsWhatIsTakenForWhat() {
        assertThat(answers.confusion().count(1, 0)).isEqualTo(2);
        assertThat(answers.confusion().count(0, 0)).isEqualTo(2);
        assertThat(answers.confusion().count(0, 1)).isZero();
    }

    @Test
    void comeFromTheModelAlsoWhereTheLastBatchIsNotFull() {
        Dataset digits = DrawnDigits.of(3, 130);
        DigitClassifier model = DigitClassifier.create(1);
        Answers all = Answers.of(model, digits);
        for (int i = 0; i < digits.size(); i++) {
            float[] alone = model.digit(digits.row(i));
            for (int digit = 0; digit < 10; digit++) {
                assertThat(all.probabilities()[i * 10 + digit]).isEqualTo(alone[digit]);
            }
        }
    }
}

package org.nnlang.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private final History history = new History(
            List.of(epoch(0.5, 2.25, 0.1, 1.26), epoch(0.75, 0.0001, 0.05, 10)), Optional.of("epoch 2: enough"));

    @TempDir
    Path folder;

    private static History.Epoch epoch(double accuracy, double loss, double rate, double seconds) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("accuracy", accuracy);
        values.put("val_loss", loss);
        return new History.Epoch(values, rate, seconds);
    }

    @Test
    void givesEachValueOverTime() {
        assertThat(history.get("val_loss")).containsExactly(2.25, 0.0001);
        assertThat(history.get(History.LEARNING_RATE)).containsExactly(0.1, 0.05);
        assertThat(history.get(History.SECONDS)).containsExactly(1.26, 10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.get("loss"))
                .withMessage("no value 'loss' in this history, there are [accuracy, val_loss, learning_rate, seconds]");
    }

    @Test
    void printsATable() {
        assertThat(history).hasToString("""
                        epoch  accuracy    val_loss  learning_rate  seconds
                            1    0.5000      2.2500         0.1000      1.3
                            2    0.7500  1.0000e-04         0.0500     10.0
                        stopped: epoch 2: enough""");
        assertThat(new History(List.of(), Optional.empty())).hasToString("epoch  learning_rate  seconds");
    }

    @Test
    void writesCsv() throws IOException {
        Path file = folder.resolve("history.csv");
        history.writeCsv(file);
        assertThat(file).hasContent("""
                        epoch,accuracy,val_loss,learning_rate,seconds
                        1,0.5,2.25,0.1,1.26
                        2,0.75,1.0E-4,0.05,10.0
                        """);
    }

    @Test
    void anEvaluationPrintsAsKerasDoes() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("accuracy", 0.97123);
        values.put("loss", 0.0931);
        Evaluation evaluation = new Evaluation(values);
        assertThat(evaluation).hasToString("accuracy: 0.9712 - loss: 0.0931");
        assertThat(evaluation.loss()).isEqualTo(0.0931);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation.get("recall"))
                .withMessage("no value 'recall', there are [accuracy, loss]");
    }

    @Test
    void savedStateComesBackWithItsBits() {
        double[] numbers = {0.1, -0.0, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY, 1 / 3.0};
        SavedState state = new SavedState();
        state.part("a").put("numbers", numbers);
        state.part("a").put("none", new double[0]);
        state.put("integer", Long.MIN_VALUE);

        assertThat(state.part("a").numbers("numbers")).containsExactly(numbers);
        assertThat(state.part("a").numbers("none")).isEmpty();
        assertThat(state.integer("integer")).isEqualTo(Long.MIN_VALUE);
        assertThat(state.part("b").isEmpty()).isTrue();
        assertThat(state.part("a").isEmpty()).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> state.part("b").number("x"))
                .withMessageStartingWith("the checkpoint has no 'b.x': it is of another training");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> state.part("a").number("numbers"))
                .withMessage("the checkpoint's 'a.numbers' should be one number, found 6");
    }
}

package org.nnlang.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.training.Metric;

class MemoryTest {
    private final float[] predictions = {0.9f, 0.2f, 0.6f, 0.7f, 0.1f, 0.8f};
    private final float[] targets = {1, 0, 1, 0, 0, 1};
    private final float[] weights = {1, 2, 0.5f};

    static Stream<Supplier<Metric>> all() {
        return Stream.concat(
                Metrics.names().stream().map(name -> () -> Metrics.parse(name)),
                Stream.of(() -> new ConfusionMatrix(2)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void goesOnFromWhatItRemembers(Supplier<Metric> kind) {
        Metric whole = kind.get();
        update(whole, 0);
        update(whole, 1);
        update(whole, 2);

        Metric interrupted = kind.get();
        update(interrupted, 0);
        update(interrupted, 1);
        Metric resumed = kind.get();
        resumed.restore(interrupted.memory());
        assertThat(resumed.result()).isEqualTo(interrupted.result());
        update(resumed, 2);

        assertThat(resumed.result()).isEqualTo(whole.result());
        assertThat(resumed.memory()).isEqualTo(whole.memory()).isNotEqualTo(interrupted.memory());
        Metric fresh = kind.get();
        fresh.restore(kind.get().memory());
        update(fresh, 0);
        update(fresh, 1);
        assertThat(fresh.memory()).isEqualTo(interrupted.memory());
        assertThatIllegalArgumentException().isThrownBy(() -> fresh.restore(new double[5]));
    }

    /** One row of two predictions. */
    private void update(Metric metric, int row) {
        metric.update(
                Arrays.copyOfRange(predictions, 2 * row, 2 * row + 2),
                Arrays.copyOfRange(targets, 2 * row, 2 * row + 2),
                1,
                2,
                2,
                new float[] {weights[row]});
    }

    @Test
    void saysWhatToDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Accuracy().restore(new double[7]))
                .withMessage("the 7 numbers are not the memory of the metric accuracy here:"
                        + " go on with the metrics that the checkpoint was written with");
    }
}

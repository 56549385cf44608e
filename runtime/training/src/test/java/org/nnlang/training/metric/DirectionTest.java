package org.nnlang.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectionTest {
    static List<String> names() {
        return Metrics.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void knowsTheMetricsOfTheLibrary(String name) {
        Direction expected = name.endsWith("_error") ? Direction.MIN : Direction.MAX;
        assertThat(Direction.of(name)).isEqualTo(expected);
        assertThat(Direction.of("val_digit_" + name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"top_3_categorical_accuracy", "val_top_10_categorical_accuracy", "val_acc_weighted", "auc"})
    void knowsWhatIsLarge(String name) {
        assertThat(Direction.of(name)).isEqualTo(Direction.MAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"val_loss", "top_k_categorical_crossentropy", "val_top_k_loss", "mae_macro"})
    void knowsWhatIsSmall(String name) {
        assertThat(Direction.of(name)).isEqualTo(Direction.MIN);
    }

    @Test
    void doesNotGuess() {
        for (String name : List.of("macro", "val_niceness_macro", "lossy", "top_k_of_it")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Direction.of(name))
                    .withMessageContaining("'" + name + "'");
        }
    }
}

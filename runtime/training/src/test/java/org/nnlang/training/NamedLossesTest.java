package org.nnlang.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.OutputActivation;

class NamedLossesTest {
    /** As floats, which is what they are calculated with. */
    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1e-60, 1e60, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesSettingsThatMakeNoLoss(double bad) {
        assertThatThrownBy(() -> Losses.huber(bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("delta must be positive and finite, as a float too, got " + bad);
        assertThatThrownBy(() -> Losses.focal(bad, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alpha must be positive and finite, as a float too, got " + bad);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1e60, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesFocusThatIsNone(double bad) {
        assertThatThrownBy(() -> Losses.focal(0.25, bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gamma must be 0 or more, and finite, as a float too, got " + bad);
        assertThat(Losses.focal(0.25, 0)).hasToString("focal(alpha=0.25, gamma=0.0)");
    }

    static List<String> names() {
        return Losses.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void makesTheLossOfEachName(String name) {
        assertThat(Losses.parse(name).name()).isEqualTo(name);
        assertThat(Losses.parse(name.replace("_", "")).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "mse, mean_squared_error",
        "MAE, mean_absolute_error",
        "categorical_crossentropy, categorical_cross_entropy",
        "sparse_categorical_crossentropy, categorical_cross_entropy",
        "binary_crossentropy, binary_cross_entropy",
        "KLD, kl_divergence"
    })
    void takesTheNamesOfTheFrameworks(String text, String name) {
        assertThat(Losses.parse(text).name()).isEqualTo(name);
    }

    @Test
    void setsSettings() {
        assertThat(value("huber:delta=0.5", 3, 0)).isEqualTo(0.5f * (3 - 0.25f));
        assertThat(value("huber", 3, 0)).isEqualTo(2.5f);
        assertThat(value("binary_cross_entropy: label_smoothing = 1", 0.5f, 1))
                .isCloseTo((float) StrictMath.log(2), within());
    }

    /** Its probabilities are divided by their sum, so that it takes two to say anything. */
    @Test
    void setsTheSettingsOfFocal() {
        float[] losses = new float[1];
        float[] probabilities = {0.5f, 0.5f};
        float[] target = {1, 0};
        Loss focal = Losses.parse("focal:alpha=1,gamma=0");
        focal.evaluate(probabilities, target, 1, 2, losses, null);
        assertThat(losses[0]).isCloseTo((float) StrictMath.log(2), within());
        Losses.parse("focal").evaluate(probabilities, target, 1, 2, losses, null);
        assertThat(losses[0]).isCloseTo((float) StrictMath.log(2) / 16, within());
    }

    private static Offset<Float> within() {
        return Offset.offset(1e-6f);
    }

    private static float value(String text, float prediction, float target) {
        Loss loss = Losses.parse(text).form(OutputActivation.OTHER, 1, 1).loss();
        float[] losses = new float[1];
        loss.evaluate(new float[] {prediction}, new float[] {target}, 1, 1, losses, null);
        return losses[0];
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hubber | no loss hubber; did you mean huber? There are categorical_cross_entropy,",
                "huber:detla=1 | huber has no setting detla; did you mean delta? It has delta",
                "huber:delta=x | huber: delta=x: that is no number",
                "huber:delta=0 | delta must be positive and finite, as a float too, got 0.0",
                "huber:delta | settings are written setting=value and joined by commas, got \"delta\"",
                "huber:delta=1,delta=2 | huber: delta is set twice",
                "huber:delta=1,De_lta=2 | huber: De_lta is set twice",
                "poisson:rate=2 | poisson has no setting rate; it has none",
                "categorical_cross_entropy:label_smoothing=2 | label smoothing must be from 0 to 1, got 2.0"
            })
    void refusesWhatIsNone(String text, String message) {
        assertThatThrownBy(() -> Losses.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}

package org.nnlang.training.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nnlang.training.metric.Direction;
import org.nnlang.training.schedule.ReduceOnPlateau.Settings;

/** The expected rates are worked out by hand from the source of Keras 3's ReduceLROnPlateau. */
class ReduceOnPlateauTest {
    private static List<Double> rates(ReduceOnPlateau rule, double first, double... metric) {
        List<Double> rates = new ArrayList<>();
        double rate = first;
        for (double value : metric) {
            rate = rule.next(value, rate);
            rates.add(rate);
        }
        return rates;
    }

    @Test
    void lowersAfterSoManyValuesWithoutImprovement() {
        ReduceOnPlateau rule = new ReduceOnPlateau(new Settings(Direction.MIN, 0.5, 2, 0, 0, 0));

        assertThat(rates(rule, 1, 3, 2, 2, 2, 2, 2, 1, 1, 1))
                .containsExactly(1.0, 1.0, 1.0, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125);
    }

    @Test
    void takesSmallImprovementsForNone() {
        ReduceOnPlateau rule = new ReduceOnPlateau(new Settings(Direction.MAX, 0.5, 1, 0.1, 0, 0));

        assertThat(rates(rule, 1, 0.5, 0.55, 0.7, 0.75)).containsExactly(1.0, 0.5, 0.5, 0.25);
    }

    @Test
    void coolsDownBeforeItCountsAgain() {
        ReduceOnPlateau rule = new ReduceOnPlateau(new Settings(Direction.MIN, 0.5, 1, 0, 2, 0));

        assertThat(rates(rule, 1, 1, 1, 1, 1, 1)).containsExactly(1.0, 0.5, 0.5, 0.25, 0.25);
    }

    @Test
    void neverGoesBelowTheSmallestRate() {
        ReduceOnPlateau rule = new ReduceOnPlateau(new Settings(Direction.MIN, 0.1, 1, 0, 0, 0.05));

        assertThat(rates(rule, 1, 1, 1, 1, 1)).containsExactly(1.0, 0.1, 0.05, 0.05);
    }

    @Test
    void takesNotANumberForNoImprovement() {
        ReduceOnPlateau rule = new ReduceOnPlateau(new Settings(Direction.MIN, 0.5, 1, 0, 0, 0));

        assertThat(rates(rule, 1, Double.NaN, 1, Double.NaN)).containsExactly(0.5, 0.5, 0.25);
    }

    @Test
    void goesOnFromItsState() {
        Settings settings = new Settings(Direction.MIN, 0.5, 3, 0, 1, 0);
        double[] metric = {3, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1};
        List<Double> whole = rates(new ReduceOnPlateau(settings), 1, metric);

        ReduceOnPlateau rule = new ReduceOnPlateau(settings);
        double rate = 1;
        List<Double> parts = new ArrayList<>();
        for (double value : metric) {
            ReduceOnPlateau resumed = new ReduceOnPlateau(settings);
            resumed.restore(rule.state());
            rule = resumed;
            rate = rule.next(value, rate);
            parts.add(rate);
        }

        assertThat(parts).isEqualTo(whole).contains(0.5, 0.25);
    }

    @Test
    void hasKerasDefaultsAndChecksSettings() {
        assertThat(Settings.keras(Direction.MIN)).isEqualTo(new Settings(Direction.MIN, 0.1, 10, 1e-4, 0, 0));
        assertThatThrownBy(() -> new Settings(Direction.MIN, 1, 10, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the factor must be from 0 to below 1, got 1.0");
        assertThatThrownBy(() -> new Settings(Direction.MIN, 0.1, -1, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("patience and cooldown must be 0 or more, got -1 and 0");
    }
}

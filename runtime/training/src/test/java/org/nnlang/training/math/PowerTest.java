package org.nnlang.training.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-300, 0.25, 0.5, 0.9, 0.999, 1, 1.5})
    void agreesWithTheLibrary(double base) {
        for (double exponent : new double[] {0, 1, 2, 3, 10, 60, 999, 100_000, 0.5, 2.25, 59.9}) {
            double expected = StrictMath.pow(base, exponent);
            if (expected < Double.POSITIVE_INFINITY) {
                assertThat(Power.of(base, exponent))
                        .as("%s to the power of %s", base, exponent)
                        .isCloseTo(expected, within(1e-10 * expected));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 52, 1000})
    void isExactForHalves(long exponent) {
        assertThat(Power.of(0.5, exponent)).isEqualTo(Math.scalb(1.0, (int) -exponent));
    }
}

package org.nnlang.runtime.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.runtime.Shape;

class InitializersTest {
    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of(Initializers.constant(0.1), "3dcccccd 3dcccccd 3dcccccd 3dcccccd"),
                Arguments.of(Initializers.uniform(-1, 1), "bea83b1a bf37d0dc bf0d49c0 3f75bf3f"),
                Arguments.of(Initializers.normal(0, 1), "becf1330 bf62422c 3eee7eda befc8422"),
                Arguments.of(Initializers.truncatedNormal(1, 0.5), "3f4c3b34 3f0edeea 3f9dcfdb 3f40def8"),
                Arguments.of(Initializers.orthogonal(1), "bed50c39 3f68c8db bf68c8db bed50c39"),
                Arguments.of(Initializers.identity(2), "40000000 00000000 00000000 40000000"));
    }

    /** Weights of a seed are the same on every machine and in every version: these bits never change. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void equalSeedsGiveTheseBits(Initializer initializer, String bits) {
        float[] values = fill(initializer, Shape.of(2, 2), 42);
        assertThat(hex(values)).isEqualTo(bits);
    }

    private static String hex(float[] values) {
        StringBuilder text = new StringBuilder();
        for (float value : values) {
            text.append(String.format(Locale.ROOT, "%08x ", Float.floatToRawIntBits(value)));
        }
        return text.toString().strip();
    }

    /** The project's check values for a weight of 128 units and 784 inputs. */
    @Test
    void truncatedNormalOfAKnownLayerStaysWithinItsCut() {
        float[] values = fill(Initializers.truncatedNormal(0, 0.0574195), Shape.of(128, 784), 1);
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
            assertThat(Math.abs(value)).isLessThanOrEqualTo(0.1148390f);
        }
        assertThat(Math.sqrt(squares / values.length)).isBetween(0.98 * 0.0505076, 1.02 * 0.0505076);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 5", "5, 2", "17, 16", "40, 100"})
    void orthogonalRowsOrColumns(int rows, int columns) {
        Gram.assertOrthogonal(fill(Initializers.orthogonal(1.5), Shape.of(rows, columns), 3), rows, columns, 1.5);
    }

    @Test
    void orthogonalTakesTheFirstSizeAsRows() {
        Gram.assertOrthogonal(fill(Initializers.orthogonal(1), Shape.of(6, 1, 5, 5), 3), 6, 25, 1);
    }

    @Test
    void identityIsCutWhereRowsAndColumnsDiffer() {
        assertThat(fill(Initializers.identity(2), Shape.of(2, 3), 0)).containsExactly(2, 0, 0, 0, 2, 0);
        assertThat(fill(Initializers.identity(2), Shape.of(3, 2), 0)).containsExactly(2, 0, 0, 2, 0, 0);
    }

    @Test
    void printAsFormulas() {
        assertThat(Initializers.uniform(-1 / Math.sqrt(784), 1 / Math.sqrt(784)))
                .hasToString("uniform(-0.0357, 0.0357)");
        assertThat(Initializers.normal(0, 1)).hasToString("normal(0, 1)");
        assertThat(Initializers.constant(100)).hasToString("constant(100)");
        assertThat(Initializers.constant(1e-20)).hasToString("constant(1E-20)");
        assertThat(Initializers.truncatedNormal(0, 0.05)).hasToString("truncated_normal(0, 0.05)");
        assertThat(Initializers.orthogonal(1.5)).hasToString("orthogonal(1.5)");
        assertThat(Initializers.identity(1)).hasToString("identity(1)");
    }

    @Test
    void refuseWhatIsNoDistribution() {
        assertThatThrownBy(() -> Initializers.uniform(1, -1))
                .hasMessage("low must not be above high, got 1.0 and -1.0");
        assertThatThrownBy(() -> Initializers.normal(0, -1)).hasMessage("stddev must not be negative, got -1.0");
        assertThatThrownBy(() -> Initializers.constant(Double.NaN)).hasMessage("value must be finite, got NaN");
        assertThatThrownBy(() -> fill(Initializers.identity(1), Shape.of(3), 0))
                .hasMessage("identity needs a shape of rank 2, got [3]");
        assertThatThrownBy(() -> fill(Initializers.orthogonal(1), Shape.of(3), 0))
                .hasMessage("orthogonal needs a shape of at least rank 2, got [3]");
    }

    private static float[] fill(Initializer initializer, Shape shape, long seed) {
        float[] values = new float[shape.elements()];
        initializer.fill(values, shape, RandomStream.of(seed, "hidden1.weight"));
        return values;
    }
}

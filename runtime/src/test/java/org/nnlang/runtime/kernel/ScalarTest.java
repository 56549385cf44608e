package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScalarTest {
    /** A prime: the floats tried have all kinds of last bits. */
    private static final int STEP = 1021;

    interface FloatFunction {
        float of(float x);
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                function("exp", Scalar::exp, StrictMath::exp, 0.99),
                function("expm1", Scalar::expm1, StrictMath::expm1, 1.44),
                function("log", Scalar::log, StrictMath::log, 0.501),
                function("log1p", Scalar::log1p, StrictMath::log1p, 0.501),
                function("sigmoid", Scalar::sigmoid, References::sigmoid, 2),
                function("tanh", Scalar::tanh, StrictMath::tanh, 1.01),
                function("softplus", Scalar::softplus, References::softplus, 0.503),
                function("erf", Scalar::erf, References::erf, 1.09),
                function("erfc", Scalar::erfc, References::erfc, 1.91),
                function("gelu", Scalar::gelu, References::gelu, 5.6),
                function("normalProbability", ErrorFunction::normalProbability, References::normalProbability, 0.501),
                function("sin", Scalar::sin, StrictMath::sin, 0.501),
                function("cos", Scalar::cos, StrictMath::cos, 0.501),
                function("sqrt", Scalar::sqrt, StrictMath::sqrt, 0.501));
    }

    private static Arguments function(String name, FloatFunction function, DoubleUnaryOperator exact, double allowed) {
        return Arguments.of(name, function, exact, allowed);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void isRightForFloatsOfAllSizes(String name, FloatFunction function, DoubleUnaryOperator exact, double allowed) {
        double worst = 0;
        float worstAt = 0;
        for (long bits = 0; bits < 1L << 32; bits += STEP) {
            float x = Float.intBitsToFloat((int) bits);
            double error = Double.isNaN(x) ? 0 : error(function.of(x), exact.applyAsDouble(x));
            if (!(error <= worst)) {
                worst = error;
                worstAt = x;
            }
        }
        assertThat(worst).as("%s(%s)", name, worstAt).isLessThan(allowed);
        assertThat(function.of(Float.NaN)).isNaN();
    }

    /** The error in units in the last place; infinite where one is a number or infinite and the other is not. */
    static double error(float result, double exact) {
        if (Double.isNaN(exact) || Float.isInfinite((float) exact)) {
            return Float.compare(result, (float) exact) == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        double error = Math.abs(result - exact) / Math.ulp((float) exact);
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }

    @Test
    void powerAndHypotenuseAreRightForFloatsOfAllSizes() {
        double worstPower = 0;
        double worstHypotenuse = 0;
        DoubleBinaryOperator hypotenuse = StrictMath::hypot;
        for (long bits = 0; bits < 1L << 32; bits += 48_611L * 64) {
            float x = Float.intBitsToFloat((int) bits);
            for (long otherBits = 0; otherBits < 1L << 32; otherBits += 3_000_017) {
                float y = Float.intBitsToFloat((int) otherBits);
                if (Double.isFinite(x) && Double.isFinite(y)) {
                    worstPower = Math.max(worstPower, error(Scalar.power(x, y), StrictMath.pow(x, y)));
                    worstHypotenuse =
                            Math.max(worstHypotenuse, error(Scalar.hypotenuse(x, y), hypotenuse.applyAsDouble(x, y)));
                }
            }
        }
        assertThat(worstPower).isLessThan(0.501);
        assertThat(worstHypotenuse).isLessThan(0.501);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 10, 1024",
        "-2, 3, -8",
        "-2, 2, 4",
        "-8, 0.5, NaN",
        "0, 0, 1",
        "0, 3, 0",
        "0, -1, Infinity",
        "1, Infinity, 1",
        "2, Infinity, Infinity",
        "0.5, Infinity, 0",
        "-0.0, -3, -Infinity",
        "-0.0, -2, Infinity",
        "NaN, 0, 1",
        "NaN, 1, NaN",
        "2, NaN, NaN",
        "-Infinity, 3, -Infinity",
        "-1, 16777217, 1",
        "-1, 16777215, -1",
        "10, -45, 1e-45"
    })
    void powerOfSpecialCases(float x, float y, float expected) {
        assertThat(Scalar.power(x, y)).isEqualTo(Float.valueOf(expected));
    }

    @Test
    void nothingIsNaNFarFromZero() {
        for (float x : new float[] {-1000, 1000, -Float.MAX_VALUE, Float.MAX_VALUE}) {
            assertThat(Scalar.sigmoid(x)).isBetween(0f, 1f);
            assertThat(Scalar.tanh(x)).isEqualTo(Math.signum(x));
            assertThat(Scalar.softplus(x)).isEqualTo(Math.max(x, 0));
            assertThat(Scalar.gelu(x)).isEqualTo(Math.max(x, 0));
            assertThat(Scalar.erfc(x)).isEqualTo(x > 0 ? 0 : 2);
            assertThat(Scalar.exp(x)).isEqualTo(x > 0 ? Float.POSITIVE_INFINITY : 0);
        }
    }

    @Test
    void choosesToTheBit() {
        float otherNaN = Float.intBitsToFloat(0x7fc00123);
        for (float x : new float[] {0f, -0f, 1.5f, Float.MIN_VALUE, Float.NEGATIVE_INFINITY, Float.NaN, otherNaN}) {
            for (float y : new float[] {0f, -0f, -3, Float.POSITIVE_INFINITY, Float.NaN}) {
                assertThat(Float.floatToRawIntBits(Scalar.choose(true, x, y))).isEqualTo(Float.floatToRawIntBits(x));
                assertThat(Float.floatToRawIntBits(Scalar.choose(false, x, y))).isEqualTo(Float.floatToRawIntBits(y));
            }
        }
    }

    @Test
    void roundsToWholeNumbers() {
        assertThat(Scalar.floor(-1.5f)).isEqualTo(-2);
        assertThat(Scalar.ceil(-1.5f)).isEqualTo(-1);
        assertThat(Scalar.round(2.5f)).isEqualTo(2);
        assertThat(Scalar.round(3.5f)).isEqualTo(4);
        assertThat(Scalar.floor(1e10f)).isEqualTo(1e10f);
    }
}

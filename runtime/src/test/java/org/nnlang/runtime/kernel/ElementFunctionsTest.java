package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The functions of all kernels have the bits of {@link Scalar}. */
class ElementFunctionsTest {
    /** A prime: the floats tried have all kinds of last bits. */
    private static final int STEP = 1021;

    private static final int COUNT = (int) ((1L << 32) / STEP) + 1;

    /** More than a block, and no whole number of vectors. */
    private static final int RANGE = 2 * Workspace.BLOCK + 477;

    private static final float[] SPECIAL = {
        0,
        -0f,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        -Float.MIN_NORMAL,
        Math.nextDown(Float.MIN_NORMAL),
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        1,
        -1,
        Math.nextUp(1f),
        Math.nextDown(1f),
        Math.nextUp(-1f),
        Math.nextDown(-1f),
        88.72283f,
        88.72284f,
        -103.97208f,
        -104,
        -20,
        20,
        Float.intBitsToFloat(0xffc00001),
        Float.intBitsToFloat(0x7f800001)
    };

    interface FloatFunction {
        float of(float x);
    }

    interface RangeFunction {
        void apply(float[] values, int from, int to);
    }

    static Stream<Arguments> functions() {
        return Stream.of("vector", "plain", "simple").flatMap(kernels -> {
            ElementFunctions set = KernelChoice.named(kernels).workspace(0).functions();
            return Stream.of(
                    function(kernels + " exp", set::exp, Scalar::exp),
                    function(kernels + " expm1", set::expm1, Scalar::expm1),
                    function(kernels + " log", set::log, Scalar::log),
                    function(kernels + " log1p", set::log1p, Scalar::log1p),
                    function(kernels + " sigmoid", set::sigmoid, Scalar::sigmoid),
                    function(kernels + " tanh", set::tanh, Scalar::tanh),
                    function(kernels + " softplus", set::softplus, Scalar::softplus),
                    function(kernels + " erf", set::erf, Scalar::erf),
                    function(kernels + " erfc", set::erfc, Scalar::erfc),
                    function(kernels + " gelu", set::gelu, Scalar::gelu));
        });
    }

    private static Arguments function(String name, RangeFunction range, FloatFunction single) {
        return Arguments.of(name, range, single);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void hasTheBitsOfTheScalarFunction(String name, RangeFunction range, FloatFunction single) {
        float[] x = floatsOfAllSizes();
        float[] y = x.clone();
        for (int from = 0; from < y.length; from += RANGE) {
            range.apply(y, from, Math.min(from + RANGE, y.length));
        }
        for (int i = 0; i < x.length; i++) {
            if (Float.floatToIntBits(y[i]) != Float.floatToIntBits(single.of(x[i]))) {
                assertThat(y[i]).as("%s of %s", name, x[i]).isEqualTo(single.of(x[i]));
            }
        }
    }

    private static float[] floatsOfAllSizes() {
        float[] x = Arrays.copyOf(SPECIAL, SPECIAL.length + COUNT);
        for (int i = 0; i < COUNT; i++) {
            x[SPECIAL.length + i] = Float.intBitsToFloat(i * STEP);
        }
        return x;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void changesItsRangeOnly(String name, RangeFunction range, FloatFunction single) {
        for (int from = 0; from < 20; from++) {
            for (int to = from; to < 71; to += 1 + from % 3) {
                float[] x = new float[71];
                for (int i = 0; i < x.length; i++) {
                    x[i] = 0.1f * i - 2;
                }
                float[] expected = x.clone();
                for (int i = from; i < to; i++) {
                    expected[i] = single.of(x[i]);
                }
                range.apply(x, from, to);
                assertThat(x).as("%s from %s to %s", name, from, to).containsExactly(expected);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void takesAnEmptyRange(String name, RangeFunction range, FloatFunction single) {
        float[] x = {3, 4};
        range.apply(x, 1, 1);
        range.apply(x, 2, 2);
        assertThat(x).as(name).containsExactly(3, 4);
        assertThat(single.of(3)).isNotEqualTo(3f);
    }
}

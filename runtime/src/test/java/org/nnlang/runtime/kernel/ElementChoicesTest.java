package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The choices of all kernels have the bits of Java's conditional expression. */
class ElementChoicesTest {
    /** As many calls as it takes the virtual machine to make instructions of them, which are what users get. */
    private static final int UNTIL_COMPILED = 2_000;

    private static final int[] NOT_NUMBERS = {0x7fc00000, 0xffc00001, 0x7f800001, 0xff812345};

    private static final float[] COMPARED = {
        0,
        -0f,
        Float.NaN,
        Float.intBitsToFloat(0xffc00001),
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        1,
        -1,
        Math.nextUp(1f),
        Math.nextDown(1f),
        Math.nextUp(-1f),
        3
    };

    interface Comparison {
        boolean holds(float left, float right);
    }

    interface Choice {
        void apply(float[] left, float[] right, float[] whenTrue, float[] otherwise, float[] result, int at, int count);
    }

    /** A choice that compares with one number. */
    interface Bounded {
        void apply(float[] left, float right, float[] whenTrue, float[] otherwise, float[] result, int at, int count);
    }

    static Stream<Arguments> choices() {
        return Stream.of("vector", "plain", "simple").flatMap(kernels -> {
            ElementFunctions set = KernelChoice.named(kernels).workspace(0).functions();
            return Stream.of(
                    Arguments.of(kernels + " >", (Choice) set::chooseGreater, (Comparison) (a, b) -> a > b),
                    Arguments.of(kernels + " >=", (Choice) set::chooseGreaterOrEqual, (Comparison) (a, b) -> a >= b),
                    Arguments.of(kernels + " ==", (Choice) set::chooseEqual, (Comparison) (a, b) -> a == b));
        });
    }

    static Stream<Arguments> bounded() {
        return Stream.of("vector", "plain", "simple").flatMap(kernels -> {
            ElementFunctions set = KernelChoice.named(kernels).workspace(0).functions();
            Bounded range = (left, right, whenTrue, otherwise, result, at, count) ->
                    set.chooseGreater(left, right, whenTrue, otherwise[0], result, 0, count);
            return Stream.of(
                    Arguments.of(kernels + " >", false, (Bounded) set::chooseGreater, (Comparison) (a, b) -> a > b),
                    Arguments.of(kernels + " <", false, (Bounded) set::chooseLess, (Comparison) (a, b) -> a < b),
                    Arguments.of(kernels + " > of numbers", true, range, (Comparison) (a, b) -> a > b));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("choices")
    void takesTheNumberThatJavaTakes(String name, Choice choice, Comparison comparison) {
        int count = COMPARED.length * COMPARED.length;
        float[] left = new float[count];
        float[] right = new float[count];
        for (int i = 0; i < count; i++) {
            left[i] = COMPARED[i / COMPARED.length];
            right[i] = COMPARED[i % COMPARED.length];
        }
        float[] whenTrue = sides(count, 0);
        float[] otherwise = sides(count, 1);
        float[] result = new float[count];
        for (int round = 0; round < UNTIL_COMPILED; round++) {
            choice.apply(left, right, whenTrue, otherwise, result, 0, count);
        }
        for (int i = 0; i < count; i++) {
            float expected = comparison.holds(left[i], right[i]) ? whenTrue[i] : otherwise[i];
            assertSameBits(name, result[i], expected, left[i], right[i]);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bounded")
    void comparesWithOneNumber(String name, boolean takesOneNumber, Bounded choice, Comparison comparison) {
        float[] whenTrue = sides(COMPARED.length, 0);
        float[] result = new float[COMPARED.length];
        for (float right : COMPARED) {
            for (int start = 1; start < 9; start += 2) {
                float[] otherwise = sides(COMPARED.length, start);
                for (int round = 0; round < UNTIL_COMPILED / 8; round++) {
                    choice.apply(COMPARED, right, whenTrue, otherwise, result, 0, COMPARED.length);
                }
                for (int i = 0; i < COMPARED.length; i++) {
                    float other = otherwise[takesOneNumber ? 0 : i];
                    float expected = comparison.holds(COMPARED[i], right) ? whenTrue[i] : other;
                    assertSameBits(name, result[i], expected, COMPARED[i], right);
                }
            }
        }
    }

    private static void assertSameBits(String name, float result, float expected, float left, float right) {
        assertThat(Float.floatToRawIntBits(result))
                .as("%s of %s and %s", name, left, right)
                .isEqualTo(Float.floatToRawIntBits(expected));
    }

    /** Zeros, infinities and all kinds of NaN, whose bits have to arrive as they are. */
    private static float[] sides(int count, int start) {
        float[] sides = new float[count];
        for (int i = 0; i < count; i++) {
            int kind = i * 2 + start;
            sides[i] = kind % 3 == 0
                    ? Float.intBitsToFloat(NOT_NUMBERS[kind % NOT_NUMBERS.length])
                    : COMPARED[kind % COMPARED.length];
        }
        return sides;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("choices")
    void changesNothingButTheResult(String name, Choice choice, Comparison comparison) {
        for (int count = 0; count < 70; count++) {
            for (int at = 0; at < 20; at += 7) {
                float[] left = numbers(70, 1);
                float[] right = numbers(70, 2);
                float[] otherwise = numbers(70, 3);
                float[] result = numbers(90, 4);
                float[] expected = result.clone();
                for (int i = 0; i < count; i++) {
                    expected[at + i] = comparison.holds(left[i], right[i]) ? left[i] : otherwise[i];
                }
                choice.apply(left, right, left, otherwise, result, at, count);
                assertThat(result).as("%s of %s", name, count).containsExactly(expected);
                assertThat(left).containsExactly(numbers(70, 1));
                assertThat(right).containsExactly(numbers(70, 2));
                assertThat(otherwise).containsExactly(numbers(70, 3));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bounded")
    void writesSoManyNumbers(String name, boolean takesOneNumber, Bounded choice, Comparison comparison) {
        for (int count = 0; count < 70; count++) {
            int at = takesOneNumber ? 0 : count % 4;
            float[] left = numbers(70, 1);
            float[] otherwise = numbers(70, 3);
            float[] result = numbers(90, 4);
            float[] expected = result.clone();
            for (int i = 0; i < count; i++) {
                expected[at + i] = comparison.holds(left[i], 1) ? left[i] : otherwise[takesOneNumber ? 0 : i];
            }
            choice.apply(left, 1, left, otherwise, result, at, count);
            assertThat(result).as("%s of %s", name, count).containsExactly(expected);
            assertThat(left).containsExactly(numbers(70, 1));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("choices")
    void mayWriteToEachOfItsArrays(String name, Choice choice, Comparison comparison) {
        for (int target = 0; target < 4; target++) {
            float[][] arrays = {numbers(70, 1), numbers(70, 2), numbers(70, 3), numbers(70, 4)};
            float[] expected = new float[70];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = comparison.holds(arrays[0][i], arrays[1][i]) ? arrays[2][i] : arrays[3][i];
            }
            choice.apply(arrays[0], arrays[1], arrays[2], arrays[3], arrays[target], 0, 70);
            assertThat(arrays[target]).as("%s in array %s", name, target).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vector", "plain", "simple"})
    void passesARangeOfAGradient(String kernels) {
        ElementFunctions set = KernelChoice.named(kernels).workspace(0).functions();
        for (int from = 0; from < 20; from++) {
            for (int to = from; to < 71; to += 1 + from % 3) {
                float[] left = numbers(71, 1);
                float[] result = numbers(71, 3);
                float[] expected = result.clone();
                for (int i = from; i < to; i++) {
                    expected[i] = left[i] > 1 ? result[i] : 9;
                }
                set.chooseGreater(left, 1, result, 9, result, from, to);
                assertThat(result).as("%s from %s to %s", kernels, from, to).containsExactly(expected);
                assertThat(left).containsExactly(numbers(71, 1));
            }
        }
    }

    /** Small whole numbers, of which some are equal. */
    private static float[] numbers(int count, int seed) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (i * 7 + seed * seed * i) % 5 - seed % 2;
        }
        return numbers;
    }
}

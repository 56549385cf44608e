package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The choices of all kernels have the bits of Java's conditional expression. */
class ElementChoicesTest {
    /** As many calls as it takes the virtual machine to make instructions of them, which are what users get. */
    private static final int UNTIL_COMPILED = 5_000;

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
        void apply(float[] left, float[] right, float[] whenTrue, float[] otherwise, float[] result, int count);
    }

    static Stream<Arguments> choices() {
        return Stream.of("vector", "plain", "simple").flatMap(kernels -> {
            ElementFunctions set = KernelChoice.named(kernels).workspace(0).functions();
            return Stream.of(
                    choice(kernels + " >", set::chooseGreater, (left, right) -> left > right),
                    choice(kernels + " >=", set::chooseGreaterOrEqual, (left, right) -> left >= right),
                    choice(kernels + " ==", set::chooseEqual, (left, right) -> left == right));
        });
    }

    private static Arguments choice(String name, Choice choice, Comparison comparison) {
        return Arguments.of(name, choice, comparison);
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
            choice.apply(left, right, whenTrue, otherwise, result, count);
        }

        for (int i = 0; i < count; i++) {
            float expected = comparison.holds(left[i], right[i]) ? whenTrue[i] : otherwise[i];
            assertThat(Float.floatToRawIntBits(result[i]))
                    .as("%s of %s and %s", name, left[i], right[i])
                    .isEqualTo(Float.floatToRawIntBits(expected));
        }
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
    void changesNothingButTheFirstNumbers(String name, Choice choice, Comparison comparison) {
        for (int count = 0; count < 70; count++) {
            float[] left = numbers(70, 1);
            float[] right = numbers(70, 2);
            float[] otherwise = numbers(70, 3);
            float[] expected = otherwise.clone();
            for (int i = 0; i < count; i++) {
                expected[i] = comparison.holds(left[i], right[i]) ? left[i] : otherwise[i];
            }
            choice.apply(left, right, left, otherwise, otherwise, count);
            assertThat(otherwise).as("%s of %s", name, count).containsExactly(expected);
            assertThat(left).containsExactly(numbers(70, 1));
            assertThat(right).containsExactly(numbers(70, 2));
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
            choice.apply(arrays[0], arrays[1], arrays[2], arrays[3], arrays[target], 70);
            assertThat(arrays[target]).as("%s in array %s", name, target).containsExactly(expected);
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

package org.nnlang.compiler.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.testing.GeneratedModels;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.ModelSession;
import org.nnlang.runtime.kernel.Scalar;

/** Choices in formulas give the bits of Java's conditional expressions, whatever the loops that they are written as. */
class ChoicesTest {
    /** More than a block of the workspace, and no whole number of vectors. */
    private static final int WIDTH = 1337;

    private static final int EXAMPLES = 3;

    private static final float[] SPECIAL = {
        0,
        -0f,
        1,
        -1,
        3,
        -3,
        Math.nextUp(1f),
        Math.nextDown(1f),
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN
    };

    interface Expected {
        float of(float x, float z);
    }

    static Stream<Arguments> formulas() {
        return Stream.of(
                formula("if x > 0 then x else exp(x) - 1", (x, z) -> x > 0 ? x : Scalar.exp(x) - 1),
                formula("if x < 0 then exp(x) - 1 else x", (x, z) -> x < 0 ? Scalar.exp(x) - 1 : x),
                formula("if x >= 0 then exp(-x) else z", (x, z) -> x >= 0 ? Scalar.exp(-x) : z),
                formula("if x <= z then z - x else x * z", (x, z) -> x <= z ? z - x : x * z),
                formula("if x == z then 1 else x", (x, z) -> x == z ? 1 : x),
                formula("if x != z then x / z else 2", (x, z) -> x != z ? x / z : 2),
                formula("if x > 0 then x / (1 + x) else x / (1 - x)", (x, z) -> x > 0 ? x / (1 + x) : x / (1 - x)),
                formula("if x < 0 then 2 - x else 2 + x", (x, z) -> x < 0 ? 2 - x : 2 + x),
                formula("if x > 0 then x else -x", (x, z) -> x > 0 ? x : -x),
                formula("if x > z then exp(x) else exp(z)", (x, z) -> x > z ? Scalar.exp(x) : Scalar.exp(z)),
                formula("if x > 0 then z else 0", (x, z) -> x > 0 ? z : 0),
                formula("if 0 > x then z else 5", (x, z) -> 0 > x ? z : 5),
                formula("if x > -1 and x < 1 then z else 0", (x, z) -> x > -1 && x < 1 ? z : 0),
                formula("if x > -1 and x < 1 then z / x else x / z", (x, z) -> x > -1 && x < 1 ? z / x : x / z),
                formula("if x > 1 or z > 1 then x / z else z / x", (x, z) -> x > 1 || z > 1 ? x / z : z / x),
                formula("if not (x > z) then tanh(x) else z", (x, z) -> !(x > z) ? Scalar.tanh(x) : z),
                formula(
                        "if x > 1 then exp(x) - 1 else if x < -1 then exp(x) + 1 else exp(x) * z",
                        (x, z) -> x > 1 ? Scalar.exp(x) - 1 : x < -1 ? Scalar.exp(x) + 1 : Scalar.exp(x) * z),
                formula(
                        "tanh(if x > z then x * z else x / z) + (if z > 1 then 1 / (x * x + 3) else 2 / (x * x + 3))",
                        (x, z) -> Scalar.tanh(x > z ? x * z : x / z) + (z > 1 ? 1 / (x * x + 3) : 2 / (x * x + 3))));
    }

    private static Arguments formula(String text, Expected expected) {
        return Arguments.of(text, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formulas")
    void hasTheBitsOfJava(String text, Expected expected) {
        String source = "model Chosen { input x: [" + WIDTH + "] input z: [" + WIDTH + "] output y = " + text
                + " output twice = 2 * z }\n";
        Model model = GeneratedModels.only(source, 1);
        float[] x = numbers(1);
        float[] z = numbers(2);
        float[] y = new float[x.length];
        ModelSession session = model.newSession(EXAMPLES);
        session.run(new float[][] {x, z}, EXAMPLES, new float[][] {y, new float[y.length]});
        for (int i = 0; i < y.length; i++) {
            float java = expected.of(x[i], z[i]);
            if (Float.floatToIntBits(y[i]) != Float.floatToIntBits(java)) {
                assertThat(y[i]).as("%s, x = %s, z = %s", text, x[i], z[i]).isEqualTo(java);
            }
        }
    }

    /** All pairs of special numbers, and others. */
    private static float[] numbers(int seed) {
        Random random = new Random(seed);
        float[] numbers = new float[EXAMPLES * WIDTH];
        for (int i = 0; i < numbers.length; i++) {
            int pair = i % (2 * SPECIAL.length * SPECIAL.length);
            numbers[i] = pair < SPECIAL.length * SPECIAL.length
                    ? SPECIAL[seed == 1 ? pair / SPECIAL.length : pair % SPECIAL.length]
                    : (float) (2 * random.nextGaussian());
        }
        return numbers;
    }
}

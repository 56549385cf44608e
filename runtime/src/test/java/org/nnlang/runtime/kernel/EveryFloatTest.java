package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.runtime.kernel.ElementFunctionsTest.FloatFunction;

/**
 * The functions that calculate in float, tried with all 2^32 floats: the errors are those that {@link Scalar} documents, and
 * the kernels that this machine chooses have the same bits.
 *
 * <p>Takes minutes, and runs with {@code -Dnn.exhaustive=true} only.
 */
class EveryFloatTest {
    private static final String PROPERTY = "nn.exhaustive";
    private static final int PARTS = 1 << 12;
    private static final int PART = 1 << 20;

    interface KernelFunction {
        void apply(ElementFunctions set, float[] values, int from, int to);
    }

    record Worst(double error, float x) {}

    static Stream<Arguments> functions() {
        return Stream.of(
                function("exp", ElementFunctions::exp, Scalar::exp, StrictMath::exp, 0.99),
                function("expm1", ElementFunctions::expm1, Scalar::expm1, StrictMath::expm1, 1.44),
                function("sigmoid", ElementFunctions::sigmoid, Scalar::sigmoid, References::sigmoid, 2),
                function("tanh", ElementFunctions::tanh, Scalar::tanh, StrictMath::tanh, 1.01),
                function("erf", ElementFunctions::erf, Scalar::erf, EveryFloatTest::erf, 1.09),
                function("erfc", ElementFunctions::erfc, Scalar::erfc, ErrorFunction::erfc, 1.91),
                function("gelu", ElementFunctions::gelu, Scalar::gelu, EveryFloatTest::gelu, 5.6));
    }

    private static Arguments function(
            String name, KernelFunction range, FloatFunction single, DoubleUnaryOperator exact, double allowed) {
        return Arguments.of(name, range, single, exact, allowed);
    }

    /** As {@link References#erf}, but without its slow continued fraction. */
    private static double erf(double x) {
        return Math.abs(x) < 1 ? References.erf(x) : Math.copySign(1 - ErrorFunction.erfc(Math.abs(x)), x);
    }

    /** As {@link References#gelu}, but without its slow continued fraction. */
    private static double gelu(double x) {
        return Math.abs(x) > 15 ? Math.max(x, -0.0) : x * 0.5 * ErrorFunction.erfc(-x * Math.sqrt(0.5));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void isAsExactAsDocumented(
            String name, KernelFunction range, FloatFunction single, DoubleUnaryOperator exact, double allowed) {
        assumeTrue(Boolean.getBoolean(PROPERTY), "takes minutes: run it with -D" + PROPERTY + "=true");
        Worst worst = IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> worst(part, range, single, exact))
                .max(Comparator.comparingDouble(Worst::error))
                .orElseThrow();
        System.out.printf("%s: at most %.4f ulp, at %s%n", name, worst.error, worst.x);
        assertThat(worst.error).as("%s(%s)", name, worst.x).isLessThan(allowed);
    }

    private static Worst worst(int part, KernelFunction range, FloatFunction single, DoubleUnaryOperator exact) {
        float[] y = new float[PART];
        for (int i = 0; i < PART; i++) {
            y[i] = Float.intBitsToFloat(part * PART + i);
        }
        // A set of its own for each part, since it may have scratch memory.
        range.apply(Kernels.best().workspace(0).functions(), y, 0, PART);
        Worst worst = new Worst(0, 0);
        for (int i = 0; i < PART; i++) {
            float x = Float.intBitsToFloat(part * PART + i);
            double error = Float.floatToIntBits(y[i]) == Float.floatToIntBits(single.of(x))
                    ? ScalarTest.error(y[i], exact.applyAsDouble(x))
                    : Double.POSITIVE_INFINITY;
            if (error > worst.error) {
                worst = new Worst(error, x);
            }
        }
        return worst;
    }
}

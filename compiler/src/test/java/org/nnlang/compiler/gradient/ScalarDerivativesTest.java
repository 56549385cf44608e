package org.nnlang.compiler.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.library.LibraryFormulas;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.testing.ScalarEvaluator;

/** Derivatives of all element-wise primitives and of the library's functions of numbers, against differences in double precision. */
class ScalarDerivativesTest {
    private static final ScalarExpression X = new Operand(0);
    private static final List<Double> FAR = List.of(-800.0, -100.0, 0.0, 100.0, 800.0);

    private static ScalarExpression formula(Primitive primitive) {
        ScalarExpression[] operands =
                IntStream.range(0, primitive.arity()).mapToObj(Operand::new).toArray(ScalarExpression[]::new);
        return ScalarExpression.apply(primitive, operands);
    }

    static List<Primitive> primitives() {
        return Arrays.stream(Primitive.values())
                .filter(primitive -> primitive.kind() == Primitive.Kind.ELEMENT)
                .filter(primitive -> primitive != Primitive.STOP_GRADIENT)
                .toList();
    }

    static List<LibraryFormulas.Formula> functions() {
        return LibraryFormulas.all().stream()
                .filter(formula -> !formula.name().startsWith("stop_gradient"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("primitives")
    void ofPrimitives(Primitive primitive) {
        DerivativeChecks.againstDifferences(primitive.functionName(), formula(primitive), primitive.arity());
    }

    @ParameterizedTest
    @MethodSource("primitives")
    void ofPrimitivesOfFormulas(Primitive primitive) {
        ScalarExpression[] parts = IntStream.range(0, primitive.arity())
                .mapToObj(i -> ScalarExpression.apply(
                        Primitive.ADD,
                        ScalarExpression.apply(Primitive.MULTIPLY, X, new Constant(0.4 + 0.3 * i)),
                        ScalarExpression.apply(Primitive.SIN, new Operand(1))))
                .toArray(ScalarExpression[]::new);
        DerivativeChecks.againstDifferences(primitive.functionName(), ScalarExpression.apply(primitive, parts), 2);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void ofTheLibrary(LibraryFormulas.Formula function) {
        DerivativeChecks.againstDifferences(function.name(), function.expression(), function.operands());
    }

    /** As float32 too, where the step before a finite result may overflow. */
    @ParameterizedTest
    @MethodSource("functions")
    void areNumbersFarFromZero(LibraryFormulas.Formula function) {
        for (double far : FAR) {
            double[] x = new double[function.operands()];
            Arrays.setAll(x, i -> i == 0 ? far : 1.5);
            for (int operand = 0; operand < x.length; operand++) {
                ScalarExpression derivative = DerivativeChecks.derivative(function.expression(), operand);
                requireNumber(
                        ScalarEvaluator.exact(function.expression(), x),
                        ScalarEvaluator.exact(derivative, x),
                        function + " at " + far);
                requireNumber(
                        ScalarEvaluator.inFloats(function.expression(), x),
                        ScalarEvaluator.inFloats(derivative, x),
                        function + " in floats at " + far);
            }
        }
    }

    private static void requireNumber(double value, double derivative, String place) {
        if (!Double.isNaN(value)) {
            assertThat(derivative).as(place).isNotNaN();
        }
        if (Double.isFinite(value) && !place.startsWith("sqrt(v_x) ")) {
            assertThat(derivative).as(place).isFinite();
        }
    }

    @Test
    void theGradientStopsWhereItIsTold() {
        ScalarExpression stopped = ScalarExpression.apply(Primitive.STOP_GRADIENT, X);
        ScalarExpression product = ScalarExpression.apply(Primitive.MULTIPLY, X, stopped);
        assertThat(DerivativeChecks.derivative(stopped, 0)).isEqualTo(new Constant(0));
        assertThat(ScalarEvaluator.exact(DerivativeChecks.derivative(product, 0), 3))
                .isEqualTo(3);
    }

    /** Where two numbers are equal, the derivative is that of one of them, which the language names. */
    @Test
    void atKinks() {
        assertThat(derivative(Primitive.MAXIMUM, 0, 2, 2)).isZero();
        assertThat(derivative(Primitive.MAXIMUM, 1, 2, 2)).isEqualTo(1);
        assertThat(derivative(Primitive.MINIMUM, 0, 2, 2)).isEqualTo(1);
        assertThat(derivative(Primitive.MINIMUM, 1, 2, 2)).isZero();
        assertThat(derivative(Primitive.ABS, 0, 0)).isZero();
        assertThat(derivative(Primitive.HYPOTENUSE, 0, 0, 0)).isZero();
        assertThat(derivative(Primitive.HYPOTENUSE, 1, 0, 0)).isZero();
        assertThat(derivative(Primitive.POWER, 0, 0, 2)).isZero();
        assertThat(derivative(Primitive.POWER, 0, 0, 1)).isEqualTo(1);
        assertThat(derivative(Primitive.POWER, 1, 0, 2)).isZero();
        assertThat(derivative(Primitive.POWER, 0, -2, 3)).isCloseTo(12, within(1e-12));
    }

    private static double derivative(Primitive primitive, int operand, double... x) {
        return ScalarEvaluator.exact(DerivativeChecks.derivative(formula(primitive), operand), x);
    }

    @ParameterizedTest
    @EnumSource(
            value = Primitive.class,
            names = {"EXP", "SIGMOID", "TANH", "SQRT"})
    void somePrimitivesTellTheirDerivativeByTheResult(Primitive primitive) {
        assertThat(ByResult.of(formula(primitive))).isPresent();
    }

    @Test
    void reluTellsItsDerivativeByTheResult() {
        assertThat(functions().stream()
                        .filter(function -> function.name().equals("relu(v_x)"))
                        .map(function -> ByResult.of(function.expression()).map(String::valueOf)))
                .containsExactly(Optional.of("choose(greater($0, 0), 1, 0)"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theDerivativeByTheResultIsTheDerivative(LibraryFormulas.Formula function) {
        if (function.operands() != 1) {
            return;
        }
        ScalarExpression derivative = DerivativeChecks.derivative(function.expression(), 0);
        ByResult.of(function.expression())
                .ifPresent(byResult -> DerivativeChecks.grid(1, x -> {
                    double result = ScalarEvaluator.exact(function.expression(), x);
                    double expected = ScalarEvaluator.exact(derivative, x);
                    if (!Double.isNaN(result)) {
                        assertThat(ScalarEvaluator.exact(byResult, result))
                                .as("%s at %s: %s", function, x[0], byResult)
                                .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
                    }
                }));
    }
}

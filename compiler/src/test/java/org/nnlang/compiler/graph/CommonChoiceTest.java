package org.nnlang.compiler.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nnlang.compiler.graph.ScalarExpression.apply;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.model.Primitive;

/** What both sides of a choice do is done once, after the choice. */
class CommonChoiceTest {
    private static final ScalarExpression X = new Operand(0);
    private static final ScalarExpression Y = new Operand(1);
    private static final ScalarExpression ONE = new Constant(1);
    private static final ScalarExpression ZERO = new Constant(0);
    private static final double[] NUMBERS = {0, -0.0, 1, -1, 2.5, -3, 1 / 0.0, -1 / 0.0, Double.NaN};

    static Stream<Arguments> choices() {
        return Stream.of(
                Arguments.of(
                        apply(Primitive.DIVIDE, X, Y),
                        apply(Primitive.DIVIDE, X, new Constant(3)),
                        "divide($0, choose(C, $1, 3))"),
                Arguments.of(apply(Primitive.EXP, X), apply(Primitive.EXP, Y), "exp(choose(C, $0, $1))"),
                Arguments.of(
                        apply(Primitive.ADD, ONE, Y),
                        apply(Primitive.SUBTRACT, ONE, X),
                        "add(1, choose(C, $1, negate($0)))"),
                Arguments.of(
                        apply(Primitive.SUBTRACT, X, Y),
                        apply(Primitive.ADD, X, ONE),
                        "add($0, choose(C, negate($1), 1))"),
                // In one part after the other.
                Arguments.of(
                        apply(Primitive.EXP, apply(Primitive.MULTIPLY, X, Y)),
                        apply(Primitive.EXP, apply(Primitive.MULTIPLY, X, new Constant(3))),
                        "exp(multiply($0, choose(C, $1, 3)))"),
                // Not the same, or with more than one difference.
                Arguments.of(
                        apply(Primitive.DIVIDE, X, Y),
                        apply(Primitive.DIVIDE, Y, X),
                        "choose(C, divide($0, $1), divide($1, $0))"),
                Arguments.of(apply(Primitive.EXP, X), apply(Primitive.LOG, X), "choose(C, exp($0), log($0))"),
                Arguments.of(
                        apply(Primitive.GREATER, X, ONE),
                        apply(Primitive.GREATER, X, Y),
                        "choose(C, greater($0, 1), greater($0, $1))"));
    }

    @ParameterizedTest
    @MethodSource
    void choices(ScalarExpression whenTrue, ScalarExpression otherwise, String expected) {
        ScalarExpression choice = apply(Primitive.CHOOSE, apply(Primitive.LESS, X, Y), whenTrue, otherwise);
        ScalarExpression simple = ScalarSimplifier.simplify(choice);

        assertThat(simple).hasToString(expected.replace("C", "less($0, $1)"));
        assertSameBits(choice, simple);
    }

    static Stream<Arguments> magnitudes() {
        ScalarExpression minus = apply(Primitive.NEGATE, X);
        return Stream.of(
                Arguments.of(Primitive.GREATER, X, ZERO, X, minus, true),
                Arguments.of(Primitive.GREATER_OR_EQUAL, X, ZERO, X, minus, true),
                Arguments.of(Primitive.LESS, X, ZERO, minus, X, true),
                Arguments.of(Primitive.LESS_OR_EQUAL, ZERO, X, X, minus, true),
                Arguments.of(Primitive.GREATER, ZERO, X, minus, X, true),
                Arguments.of(Primitive.GREATER, X, ZERO, minus, X, false),
                Arguments.of(Primitive.LESS, X, ZERO, X, minus, false),
                Arguments.of(Primitive.GREATER, X, ONE, X, minus, false),
                Arguments.of(Primitive.EQUAL, X, ZERO, X, minus, false),
                Arguments.of(Primitive.GREATER, X, ZERO, X, apply(Primitive.NEGATE, Y), false));
    }

    @ParameterizedTest
    @MethodSource
    void magnitudes(
            Primitive comparison,
            ScalarExpression left,
            ScalarExpression right,
            ScalarExpression whenTrue,
            ScalarExpression otherwise,
            boolean isMagnitude) {
        ScalarExpression choice = apply(Primitive.CHOOSE, apply(comparison, left, right), whenTrue, otherwise);
        ScalarExpression beside = apply(Primitive.ADD, ONE, choice);
        ScalarExpression before = apply(Primitive.ADD, choice, ONE);

        // The zero of a magnitude has another sign than that of one of the sides.
        assertThat(ScalarSimplifier.simplify(choice)).isEqualTo(choice);
        assertThat(ScalarSimplifier.simplify(apply(Primitive.ADD, ZERO, choice)).toString())
                .doesNotContain("abs");
        assertThat(ScalarSimplifier.simplify(beside)).hasToString(isMagnitude ? "add(1, abs($0))" : beside.toString());
        assertThat(ScalarSimplifier.simplify(before)).hasToString(isMagnitude ? "add(abs($0), 1)" : before.toString());
        assertSameBits(beside, ScalarSimplifier.simplify(beside));
    }

    private static void assertSameBits(ScalarExpression formula, ScalarExpression simple) {
        for (double x : NUMBERS) {
            for (double y : NUMBERS) {
                List<ScalarExpression> numbers = List.of(new Constant(x), new Constant(y));
                assertThat(bits(simple.substitute(numbers)))
                        .as("%s is %s for %s and %s", formula, simple, x, y)
                        .isEqualTo(bits(formula.substitute(numbers)));
            }
        }
    }

    private static long bits(ScalarExpression formula) {
        return Double.doubleToLongBits(((Constant) ScalarSimplifier.simplify(formula)).value());
    }
}

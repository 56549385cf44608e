package org.nnlang.compiler.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nnlang.compiler.graph.ScalarExpression.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.model.Primitive;

class ExtremeChoiceTest {
    private static final ScalarExpression X = new Operand(0);
    private static final ScalarExpression ZERO = new Constant(0);
    private static final List<Primitive> COMPARISONS =
            List.of(Primitive.GREATER, Primitive.GREATER_OR_EQUAL, Primitive.LESS, Primitive.LESS_OR_EQUAL);
    private static final double[] BOUNDS = {0, -0.0, 6, -1};
    private static final double[] SLOPES = {
        0, -0.0, 0.1, 1, 5, -1, 1e-60, 1e60, Double.MIN_VALUE, Double.POSITIVE_INFINITY
    };
    private static final double[] NUMBERS = {
        0,
        -0.0,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        1,
        -1,
        6,
        7,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        1 / 0.0,
        -1 / 0.0
    };

    static Stream<Arguments> simplified() {
        return Stream.of(
                // Rectified linear units, and others with a bound.
                Arguments.of(choice(Primitive.LESS_OR_EQUAL, X, ZERO, ZERO, X), "maximum($0, 0)"),
                Arguments.of(choice(Primitive.LESS_OR_EQUAL, X, ZERO, X, ZERO), "minimum($0, 0)"),
                Arguments.of(choice(Primitive.GREATER, X, number(1), number(1), X), "minimum($0, 1)"),
                Arguments.of(choice(Primitive.GREATER_OR_EQUAL, X, number(1), number(1), X), "minimum(1, $0)"),
                Arguments.of(choice(Primitive.LESS, number(3), X, X, number(3)), "maximum($0, 3)"),
                // Two bounds.
                Arguments.of(
                        choice(Primitive.GREATER, X, number(1), number(1), atLeast(-1)), "minimum(maximum($0, -1), 1)"),
                Arguments.of(
                        choice(
                                Primitive.GREATER,
                                X,
                                number(1),
                                number(1),
                                choice(Primitive.LESS, X, number(-1), number(-1), X)),
                        "minimum(maximum(-1, $0), 1)"),
                Arguments.of(
                        choice(Primitive.LESS, X, number(-1), number(-1), atMost(1)), "maximum(-1, minimum($0, 1))"),
                Arguments.of(
                        choice(Primitive.GREATER, X, number(1), number(1), atLeast(2)),
                        "choose(greater($0, 1), 1, maximum($0, 2))"),
                // Leaky ones.
                Arguments.of(choice(Primitive.GREATER, X, ZERO, X, times(0.1)), "maximum($0, multiply(0.1, $0))"),
                Arguments.of(
                        choice(Primitive.GREATER_OR_EQUAL, X, ZERO, X, times(0.1)), "maximum(multiply(0.1, $0), $0)"),
                Arguments.of(choice(Primitive.LESS, X, ZERO, times(0.1), X), "maximum(multiply(0.1, $0), $0)"),
                Arguments.of(choice(Primitive.GREATER, X, ZERO, X, times(2)), "minimum(multiply(2, $0), $0)"),
                Arguments.of(choice(Primitive.GREATER, X, ZERO, times(2), X), "maximum(multiply(2, $0), $0)"));
    }

    @ParameterizedTest
    @MethodSource
    void simplified(ScalarExpression formula, String simple) {
        assertThat(ScalarSimplifier.simplify(formula)).hasToString(simple);
    }

    @Test
    void givesWhatTheChoiceGivesToTheBit() {
        List<ScalarExpression> choices = choices();
        int simplified = 0;
        for (ScalarExpression choice : choices) {
            ScalarExpression simple = ScalarSimplifier.simplify(choice);
            simplified += simple.equals(choice) ? 0 : 1;
            for (double number : NUMBERS) {
                assertThat(bits(simple, number))
                        .as("%s is %s for %s", choice, simple, number)
                        .isEqualTo(bits(choice, number));
            }
        }
        assertThat(simplified).isBetween(choices.size() / 5, choices.size());
    }

    @Test
    void passesNaNOn() {
        for (ScalarExpression choice : choices()) {
            ScalarExpression simple = ScalarSimplifier.simplify(choice);
            if (!simple.equals(choice) && !(simple instanceof Operand)) {
                assertThat(value(simple, Double.NaN)).as("%s", simple).isNaN();
            }
        }
    }

    /** All comparisons with a bound, of what may be simplified and of what may not. */
    private static List<ScalarExpression> choices() {
        List<ScalarExpression> choices = new ArrayList<>();
        for (Primitive comparison : COMPARISONS) {
            for (double value : BOUNDS) {
                ScalarExpression bound = number(value);
                choices.add(choice(comparison, X, bound, X, bound));
                choices.add(choice(comparison, X, bound, bound, X));
                choices.add(choice(comparison, bound, X, X, bound));
                choices.add(choice(comparison, bound, X, bound, X));
                for (double limit : BOUNDS) {
                    choices.add(choice(comparison, X, bound, bound, atLeast(limit)));
                    choices.add(choice(comparison, X, bound, atLeast(limit), bound));
                    choices.add(choice(comparison, bound, X, bound, atMost(limit)));
                    choices.add(choice(comparison, bound, X, atMost(limit), bound));
                }
                for (double slope : SLOPES) {
                    choices.add(choice(comparison, X, bound, X, times(slope)));
                    choices.add(choice(comparison, X, bound, times(slope), X));
                    choices.add(choice(comparison, bound, X, X, times(slope)));
                    choices.add(choice(comparison, bound, X, times(slope), X));
                }
            }
        }
        return choices;
    }

    private static long bits(ScalarExpression formula, double x) {
        return Double.doubleToLongBits(value(formula, x));
    }

    private static double value(ScalarExpression formula, double x) {
        ScalarExpression value = ScalarSimplifier.simplify(formula.substitute(List.of(number(x))));
        assertThat(value).isInstanceOf(Constant.class);
        return ((Constant) value).value();
    }

    private static ScalarExpression choice(
            Primitive comparison, ScalarExpression a, ScalarExpression b, ScalarExpression yes, ScalarExpression no) {
        return apply(Primitive.CHOOSE, apply(comparison, a, b), yes, no);
    }

    private static ScalarExpression times(double slope) {
        return apply(Primitive.MULTIPLY, number(slope), X);
    }

    private static ScalarExpression atLeast(double limit) {
        return apply(Primitive.MAXIMUM, X, number(limit));
    }

    private static ScalarExpression atMost(double limit) {
        return apply(Primitive.MINIMUM, X, number(limit));
    }

    private static ScalarExpression number(double value) {
        return new Constant(value);
    }
}

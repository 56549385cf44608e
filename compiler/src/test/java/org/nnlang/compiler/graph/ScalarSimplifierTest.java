package org.nnlang.compiler.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nnlang.compiler.graph.ScalarExpression.apply;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarExpression.Invoke;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.model.Primitive;

class ScalarSimplifierTest {
    private static final ScalarExpression X = new Operand(0);
    private static final ScalarExpression Y = new Operand(1);

    static Stream<Arguments> cases() {
        ScalarFunction identity = new ScalarFunction("identity", List.of(), List.of("x"), X);
        ScalarFunction twice = new ScalarFunction("twice", List.of(), List.of("x"), apply(Primitive.ADD, X, X));
        return Stream.of(
                Arguments.of(apply(Primitive.MULTIPLY, X, number(1)), "$0"),
                Arguments.of(apply(Primitive.MULTIPLY, number(1), X), "$0"),
                Arguments.of(apply(Primitive.DIVIDE, X, number(1)), "$0"),
                Arguments.of(apply(Primitive.DIVIDE, X, number(4)), "multiply($0, 0.25)"),
                Arguments.of(apply(Primitive.DIVIDE, X, number(3)), "divide($0, 3)"),
                Arguments.of(apply(Primitive.SUBTRACT, X, number(0)), "$0"),
                Arguments.of(apply(Primitive.ADD, X, number(0)), "add($0, 0)"),
                Arguments.of(apply(Primitive.MULTIPLY, X, number(0)), "multiply($0, 0)"),
                Arguments.of(apply(Primitive.NEGATE, apply(Primitive.NEGATE, X)), "$0"),
                Arguments.of(apply(Primitive.POWER, X, number(1)), "$0"),
                Arguments.of(apply(Primitive.POWER, X, number(2)), "multiply($0, $0)"),
                Arguments.of(apply(Primitive.POWER, X, number(3)), "multiply(multiply($0, $0), $0)"),
                Arguments.of(apply(Primitive.POWER, X, number(-1)), "divide(1, $0)"),
                Arguments.of(apply(Primitive.POWER, X, number(0.5)), "power($0, 0.5)"),
                Arguments.of(apply(Primitive.DIVIDE, number(1), number(3)), "0.3333333333333333"),
                Arguments.of(apply(Primitive.REMAINDER, number(-1), number(3)), "2"),
                Arguments.of(choose(number(1), X, Y), "$0"),
                Arguments.of(choose(number(0), X, Y), "$1"),
                Arguments.of(choose(apply(Primitive.GREATER, X, Y), X, X), "$0"),
                Arguments.of(choose(apply(Primitive.GREATER, X, number(0)), X, number(0)), "maximum($0, 0)"),
                Arguments.of(
                        choose(apply(Primitive.GREATER, X, number(-0.0)), X, number(-0.0)),
                        "choose(greater($0, -0), $0, -0)"),
                Arguments.of(choose(apply(Primitive.LESS, X, number(6)), X, number(6)), "minimum(6, $0)"),
                Arguments.of(choose(apply(Primitive.LESS, X, number(0)), X, number(0)), "choose(less($0, 0), $0, 0)"),
                Arguments.of(new Invoke(identity, List.of(Y)), "$1"),
                Arguments.of(new Invoke(twice, List.of(Y)), "twice($1)"),
                Arguments.of(new Invoke(twice, List.of(number(2))), "4"));
    }

    private static ScalarExpression number(double value) {
        return new Constant(value);
    }

    private static ScalarExpression choose(ScalarExpression condition, ScalarExpression yes, ScalarExpression no) {
        return apply(Primitive.CHOOSE, condition, yes, no);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void simplifies(ScalarExpression formula, String simple) {
        assertThat(ScalarSimplifier.simplify(formula)).hasToString(simple);
    }
}

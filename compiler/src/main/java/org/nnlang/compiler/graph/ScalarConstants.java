package org.nnlang.compiler.graph;

import java.util.List;
import java.util.Optional;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Constant;

/** Computes formulas of constants, in double precision and with the same bits on every machine. */
final class ScalarConstants {
    private ScalarConstants() {}

    /** The value of a formula of constants; nothing where an argument is no constant, or only the runtime knows the function. */
    static Optional<ScalarExpression> fold(Apply applied) {
        List<ScalarExpression> arguments = applied.arguments();
        if (!arguments.stream().allMatch(Constant.class::isInstance)) {
            return Optional.empty();
        }
        double[] numbers = arguments.stream()
                .mapToDouble(argument -> ((Constant) argument).value())
                .toArray();
        double a = numbers[0];
        double b = numbers.length > 1 ? numbers[1] : Double.NaN;
        return switch (applied.primitive()) {
            case ADD -> number(a + b);
            case SUBTRACT -> number(a - b);
            case MULTIPLY -> number(a * b);
            case DIVIDE -> number(a / b);
            case REMAINDER -> number(a - b * Math.floor(a / b));
            case POWER -> number(StrictMath.pow(a, b));
            case NEGATE -> number(-a);
            case LESS -> truth(a < b);
            case LESS_OR_EQUAL -> truth(a <= b);
            case GREATER -> truth(a > b);
            case GREATER_OR_EQUAL -> truth(a >= b);
            case EQUAL -> truth(a == b);
            case NOT_EQUAL -> truth(a != b);
            case AND -> truth(a != 0 && b != 0);
            case OR -> truth(a != 0 || b != 0);
            case NOT -> truth(a == 0);
            case CHOOSE -> number(a != 0 ? b : numbers[2]);
            case EXP -> number(StrictMath.exp(a));
            case EXPM1 -> number(StrictMath.expm1(a));
            case LOG -> number(StrictMath.log(a));
            case LOG1P -> number(StrictMath.log1p(a));
            case SQRT -> number(Math.sqrt(a));
            case ABS -> number(Math.abs(a));
            case SIGN -> number(Math.signum(a));
            case FLOOR -> number(Math.floor(a));
            case SIN -> number(StrictMath.sin(a));
            case COS -> number(StrictMath.cos(a));
            case TANH -> number(StrictMath.tanh(a));
            case STOP_GRADIENT -> number(a);
            case MAXIMUM -> number(Math.max(a, b));
            case MINIMUM -> number(Math.min(a, b));
            case HYPOTENUSE -> number(StrictMath.hypot(a, b));
            default -> Optional.empty();
        };
    }

    private static Optional<ScalarExpression> number(double value) {
        return Optional.of(new Constant(value));
    }

    private static Optional<ScalarExpression> truth(boolean value) {
        return number(value ? 1 : 0);
    }
}

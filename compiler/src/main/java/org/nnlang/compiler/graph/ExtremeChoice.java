package org.nnlang.compiler.graph;

import static org.nnlang.compiler.graph.ScalarExpression.apply;

import java.util.Optional;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.model.Primitive;

/**
 * A choice that takes the larger or the smaller of two numbers, such as {@code if x > 0 then x else 0.1 * x}: processors have
 * instructions for a maximum and a minimum of many numbers at once, and the JIT makes none of a choice.
 *
 * @param larger the number that the condition says is larger
 * @param smaller the other one
 * @param isStrict whether the condition does not hold where both are equal
 * @param whenTrue what is taken where the condition holds
 * @param whenFalse what is taken otherwise
 */
record ExtremeChoice(
        ScalarExpression larger,
        ScalarExpression smaller,
        boolean isStrict,
        ScalarExpression whenTrue,
        ScalarExpression whenFalse) {
    /** The maximum or minimum that gives what a choice gives, where there is one. */
    static Optional<ScalarExpression> of(
            ScalarExpression condition, ScalarExpression whenTrue, ScalarExpression whenFalse) {
        if (!(condition instanceof Apply comparison)) {
            return Optional.empty();
        }
        ScalarExpression first = comparison.arguments().get(0);
        ScalarExpression second =
                comparison.arguments().size() == 2 ? comparison.arguments().get(1) : first;
        return switch (comparison.primitive()) {
            case GREATER -> new ExtremeChoice(first, second, true, whenTrue, whenFalse).simplified();
            case GREATER_OR_EQUAL -> new ExtremeChoice(first, second, false, whenTrue, whenFalse).simplified();
            case LESS -> new ExtremeChoice(second, first, true, whenTrue, whenFalse).simplified();
            case LESS_OR_EQUAL -> new ExtremeChoice(second, first, false, whenTrue, whenFalse).simplified();
            default -> Optional.empty();
        };
    }

    private Optional<ScalarExpression> simplified() {
        if (takes(whenTrue, larger, Primitive.MINIMUM) && takes(whenFalse, smaller, Primitive.MINIMUM)) {
            return hasSigns(true) ? Optional.of(extreme(true)) : Optional.empty();
        }
        if (takes(whenTrue, smaller, Primitive.MAXIMUM) && takes(whenFalse, larger, Primitive.MAXIMUM)) {
            return hasSigns(false) ? Optional.of(extreme(false)) : Optional.empty();
        }
        if (isZero(smaller)) {
            return ofSlopes(larger, whenTrue, whenFalse);
        }
        return isZero(larger) ? ofSlopes(smaller, whenFalse, whenTrue) : Optional.empty();
    }

    /**
     * Whether a side is a number that is compared, or that number with a bound of its own, as in {@code if x > 1 then 1 else
     * maximum(x, -1)}: with one that is not beyond the other.
     */
    private boolean takes(ScalarExpression side, ScalarExpression number, Primitive bounded) {
        if (side.equals(number)) {
            return true;
        }
        if (!(side instanceof Apply apply) || apply.primitive() != bounded) {
            return false;
        }
        ScalarExpression first = apply.arguments().get(0);
        ScalarExpression second = apply.arguments().get(1);
        ScalarExpression own = first.equals(number) ? second : first;
        ScalarExpression other = number.equals(larger) ? smaller : larger;
        boolean isOfNumber = first.equals(number) || second.equals(number);
        return isOfNumber
                && own instanceof Constant limit
                && other instanceof Constant bound
                && Double.compare(limit.value(), bound.value()) * (bounded == Primitive.MINIMUM ? 1 : -1) >= 0;
    }

    /**
     * Whether one is a constant, and the choice gives zeros the signs that a maximum or minimum gives them: where the constant is 0,
     * -0 is equal, and the maximum is 0, the minimum -0.
     */
    private boolean hasSigns(boolean isMaximum) {
        if (larger instanceof Constant == smaller instanceof Constant) {
            return false;
        }
        Constant bound = (Constant) (larger instanceof Constant ? larger : smaller);
        boolean takesBound = whenEqual() instanceof Constant;
        return bound.value() != 0 || (!isNegativeZero(bound.value()) && takesBound == isMaximum);
    }

    private ScalarExpression whenEqual() {
        return isStrict ? whenFalse : whenTrue;
    }

    /** Lines through 0 of two slopes, one of which is 1 and the other one positive. */
    private Optional<ScalarExpression> ofSlopes(
            ScalarExpression x, ScalarExpression whenPositive, ScalarExpression whenNegative) {
        float positive = slope(whenPositive, x);
        float negative = slope(whenNegative, x);
        boolean haveSlopes = isSlope(positive) && isSlope(negative) && (positive == 1 || negative == 1);
        return haveSlopes ? Optional.of(extreme(positive > negative)) : Optional.empty();
    }

    private static boolean isSlope(float factor) {
        return factor > 0 && factor < Float.POSITIVE_INFINITY;
    }

    /** How often a formula is x; NaN where it is something else. */
    private static float slope(ScalarExpression formula, ScalarExpression x) {
        if (formula.equals(x)) {
            return 1;
        }
        if (!(formula instanceof Apply product) || product.primitive() != Primitive.MULTIPLY) {
            return Float.NaN;
        }
        ScalarExpression first = product.arguments().get(0);
        ScalarExpression second = product.arguments().get(1);
        if (first instanceof Constant factor && second.equals(x)) {
            return (float) factor.value();
        }
        return second instanceof Constant factor && first.equals(x) ? (float) factor.value() : Float.NaN;
    }

    /** In the order in which the derivative belongs, where both are equal, to what the choice takes. */
    private ScalarExpression extreme(boolean isMaximum) {
        ScalarExpression other = isStrict ? whenTrue : whenFalse;
        return isMaximum ? apply(Primitive.MAXIMUM, other, whenEqual()) : apply(Primitive.MINIMUM, whenEqual(), other);
    }

    private static boolean isZero(ScalarExpression expression) {
        return expression instanceof Constant constant && constant.value() == 0;
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && 1 / value < 0;
    }
}

package org.nnlang.compiler.graph;

import static org.nnlang.compiler.graph.ScalarExpression.apply;

import java.util.List;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarExpression.Invoke;
import org.nnlang.compiler.model.Primitive;

/**
 * Simplifies formulas of numbers.
 *
 * <p>Constants meet in double precision and are rounded once. What remains gives the same bits as before for every number, zeros
 * with their signs included, with two exceptions that are at least as exact: small whole powers become products, and a choice of the larger or the
 * smaller number becomes a maximum or minimum, which passes NaN on.
 */
public final class ScalarSimplifier {
    private static final double LARGEST_PRODUCT = 4;

    private ScalarSimplifier() {}

    /** An equal formula that is simpler, or the same. */
    public static ScalarExpression simplify(ScalarExpression expression) {
        List<ScalarExpression> children =
                expression.children().stream().map(ScalarSimplifier::simplify).toList();
        ScalarExpression simple = expression.withChildren(children);
        if (simple instanceof Apply applied) {
            return ScalarConstants.fold(applied).orElseGet(() -> rewrite(applied));
        }
        return simple instanceof Invoke invoke ? simplify(invoke) : simple;
    }

    private static ScalarExpression simplify(Invoke invoke) {
        ScalarFunction function = invoke.function();
        ScalarExpression body = simplify(function.body());
        boolean passesOn = body.children().isEmpty();
        if (passesOn || invoke.arguments().stream().allMatch(Constant.class::isInstance)) {
            return simplify(body.substitute(invoke.arguments()));
        }
        ScalarFunction simple =
                new ScalarFunction(function.name(), function.configuration(), function.parameters(), body);
        return new Invoke(simple, invoke.arguments());
    }

    private static ScalarExpression rewrite(Apply applied) {
        ScalarExpression first = applied.arguments().get(0);
        ScalarExpression second =
                applied.arguments().size() > 1 ? applied.arguments().get(1) : first;
        return switch (applied.primitive()) {
            case MULTIPLY -> multiply(applied, first, second);
            case DIVIDE -> divide(applied, first, second);
            case ADD -> add(applied, first, second);
            case SUBTRACT -> is(second, 0) ? first : applied;
            case POWER -> power(applied, first, second);
            case NEGATE ->
                first instanceof Apply inner && inner.primitive() == Primitive.NEGATE
                        ? inner.arguments().get(0)
                        : applied;
            case STOP_GRADIENT -> first;
            case CHOOSE -> choose(applied, first, second, applied.arguments().get(2));
            default -> applied;
        };
    }

    /** Beside a number that is not 0, the sign of a zero makes no difference. */
    private static ScalarExpression add(Apply applied, ScalarExpression first, ScalarExpression second) {
        if (isNotZero(first)) {
            return CommonChoice.magnitude(second)
                    .map(magnitude -> apply(Primitive.ADD, first, magnitude))
                    .orElse(applied);
        }
        return isNotZero(second)
                ? CommonChoice.magnitude(first)
                        .map(magnitude -> apply(Primitive.ADD, magnitude, second))
                        .orElse(applied)
                : applied;
    }

    private static boolean isNotZero(ScalarExpression expression) {
        return expression instanceof Constant constant && (float) constant.value() != 0;
    }

    private static ScalarExpression multiply(Apply applied, ScalarExpression first, ScalarExpression second) {
        if (is(second, 1)) {
            return first;
        }
        if (is(first, 1)) {
            return second;
        }
        if (is(first, -1) || is(second, -1)) {
            return rewrite(new Apply(Primitive.NEGATE, List.of(is(first, -1) ? second : first)));
        }
        return applied;
    }

    /** A division by a power of two is exactly a multiplication. */
    private static ScalarExpression divide(Apply applied, ScalarExpression first, ScalarExpression second) {
        if (is(second, 1)) {
            return first;
        }
        if (second instanceof Constant divisor && isPowerOfTwo(divisor.value())) {
            return apply(Primitive.MULTIPLY, first, new Constant(1 / divisor.value()));
        }
        return applied;
    }

    private static boolean isPowerOfTwo(double value) {
        int exponent = Math.getExponent(value);
        return value == Math.scalb(1.0, exponent) && Math.abs(exponent) < Float.MAX_EXPONENT - 1;
    }

    private static ScalarExpression power(Apply applied, ScalarExpression base, ScalarExpression exponent) {
        if (!(exponent instanceof Constant constant)) {
            return applied;
        }
        double value = constant.value();
        if (value == -1) {
            return apply(Primitive.DIVIDE, new Constant(1), base);
        }
        if (value != Math.rint(value) || value < 1 || value > LARGEST_PRODUCT) {
            return applied;
        }
        ScalarExpression product = base;
        for (int i = 1; i < value; i++) {
            product = apply(Primitive.MULTIPLY, product, base);
        }
        return product;
    }

    private static ScalarExpression choose(
            Apply applied, ScalarExpression condition, ScalarExpression whenTrue, ScalarExpression whenFalse) {
        if (condition instanceof Constant constant) {
            return constant.value() != 0 ? whenTrue : whenFalse;
        }
        if (whenTrue.equals(whenFalse)) {
            return whenTrue;
        }
        return ExtremeChoice.of(condition, whenTrue, whenFalse)
                .or(() -> CommonChoice.of(condition, whenTrue, whenFalse).map(ScalarSimplifier::simplify))
                .orElse(applied);
    }

    private static boolean is(ScalarExpression expression, double value) {
        return expression.equals(new Constant(value));
    }
}

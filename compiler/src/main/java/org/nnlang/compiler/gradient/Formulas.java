package org.nnlang.compiler.gradient;

import java.util.List;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarExpression.Invoke;
import org.nnlang.compiler.model.Primitive;

/**
 * Sums and products of derivatives, simple from the start.
 *
 * <p>A zero here says that there is no dependence at all, hence it takes its whole product with it, infinities included.
 */
final class Formulas {
    static final ScalarExpression ZERO = new Constant(0);
    static final ScalarExpression ONE = new Constant(1);

    private Formulas() {}

    /** The formula behind calls. */
    static ScalarExpression opened(ScalarExpression formula) {
        return formula instanceof Invoke invoke
                ? opened(invoke.function().body().substitute(invoke.arguments()))
                : formula;
    }

    static ScalarExpression number(double value) {
        return new Constant(value);
    }

    static ScalarExpression sum(ScalarExpression a, ScalarExpression b) {
        if (a.equals(ZERO)) {
            return b;
        }
        return b.equals(ZERO) ? a : ScalarExpression.apply(Primitive.ADD, a, b);
    }

    static ScalarExpression difference(ScalarExpression a, ScalarExpression b) {
        if (b.equals(ZERO)) {
            return a;
        }
        return a.equals(ZERO) ? negative(b) : ScalarExpression.apply(Primitive.SUBTRACT, a, b);
    }

    static ScalarExpression negative(ScalarExpression a) {
        if (a instanceof Constant constant) {
            return number(constant.value() == 0 ? 0 : -constant.value());
        }
        return is(a, Primitive.NEGATE) ? a.children().get(0) : ScalarExpression.apply(Primitive.NEGATE, a);
    }

    /** A product; a choice between one and zero becomes a choice between the other factor and zero. */
    static ScalarExpression product(ScalarExpression a, ScalarExpression b) {
        if (a.equals(ZERO) || b.equals(ZERO)) {
            return ZERO;
        }
        if (a.equals(ONE)) {
            return b;
        }
        if (b.equals(ONE)) {
            return a;
        }
        if (b.equals(number(-1))) {
            return negative(a);
        }
        if (isChoiceOfConstants(b)) {
            List<ScalarExpression> parts = b.children();
            return choose(parts.get(0), product(a, parts.get(1)), product(a, parts.get(2)));
        }
        return ScalarExpression.apply(Primitive.MULTIPLY, a, b);
    }

    static ScalarExpression quotient(ScalarExpression a, ScalarExpression b) {
        return a.equals(ZERO) ? ZERO : ScalarExpression.apply(Primitive.DIVIDE, a, b);
    }

    static ScalarExpression choose(ScalarExpression condition, ScalarExpression a, ScalarExpression b) {
        return a.equals(b) ? a : ScalarExpression.apply(Primitive.CHOOSE, condition, a, b);
    }

    private static boolean isChoiceOfConstants(ScalarExpression expression) {
        return is(expression, Primitive.CHOOSE)
                && (expression.children().get(1).equals(ZERO)
                        || expression.children().get(2).equals(ZERO))
                && expression.children().subList(1, 3).stream().allMatch(Constant.class::isInstance);
    }

    static boolean is(ScalarExpression expression, Primitive primitive) {
        return expression instanceof Apply apply && apply.primitive() == primitive;
    }
}

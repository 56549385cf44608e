package org.nnlang.compiler.explain;

import java.util.List;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarExpression.Invoke;
import org.nnlang.compiler.graph.ScalarFunction;
import org.nnlang.compiler.graph.ScalarSimplifier;
import org.nnlang.compiler.model.Primitive;

/**
 * Simplifies formulas as those of real numbers: sums and products in any order, common factors, powers.
 *
 * <p>It is for reading only. What it makes has the same values but for rounding, and may overflow where the formula did not.
 */
final class Algebra {
    private static final double TINY = 1e-20;
    private static final double LARGEST_EXPONENT = 16;

    private Algebra() {}

    /** The formula with every called function written out. */
    static ScalarExpression inlined(ScalarExpression formula) {
        ScalarExpression inner = formula.withChildren(
                formula.children().stream().map(Algebra::inlined).toList());
        if (inner instanceof Invoke invoke) {
            ScalarFunction function = invoke.function();
            return inlined(function.body()).substitute(invoke.arguments());
        }
        return inner;
    }

    /** An equal formula that is shorter, or the same. */
    static ScalarExpression simplify(ScalarExpression formula) {
        return sum(formula).simplest();
    }

    /** The formula as a sum of products. */
    static Sum sum(ScalarExpression formula) {
        if (formula instanceof Constant constant) {
            return Sum.of(Product.constant(constant.value()));
        }
        if (!(formula instanceof Apply apply)) {
            return Sum.of(Product.of(formula));
        }
        List<ScalarExpression> parts = apply.arguments();
        return switch (apply.primitive()) {
            case ADD -> sum(parts.get(0)).plus(sum(parts.get(1)));
            case SUBTRACT -> sum(parts.get(0)).plus(sum(parts.get(1)).times(number(-1)));
            case NEGATE -> sum(parts.get(0)).times(number(-1));
            case MULTIPLY -> sum(parts.get(0)).times(sum(parts.get(1)));
            case DIVIDE -> quotient(sum(parts.get(0)), sum(parts.get(1)), formula);
            case STOP_GRADIENT -> sum(parts.get(0));
            case POWER ->
                parts.get(1) instanceof Constant exponent && isWhole(exponent.value())
                        ? sum(parts.get(0)).power((int) exponent.value())
                        : function(apply);
            default -> function(apply);
        };
    }

    private static Sum number(double value) {
        return Sum.of(Product.constant(value));
    }

    private static Sum quotient(Sum dividend, Sum divisor, ScalarExpression formula) {
        if (divisor.isConstant() && divisor.constant() == 0) {
            return Sum.of(Product.of(formula));
        }
        return dividend.times(divisor.power(-1));
    }

    private static boolean isWhole(double exponent) {
        return exponent == Math.rint(exponent) && exponent != 0 && Math.abs(exponent) <= LARGEST_EXPONENT;
    }

    private static Sum function(Apply apply) {
        List<ScalarExpression> parts =
                apply.arguments().stream().map(Algebra::simplify).toList();
        Apply simple = new Apply(apply.primitive(), parts);
        if (parts.stream().allMatch(Constant.class::isInstance)) {
            ScalarExpression value = ScalarSimplifier.simplify(simple);
            return value instanceof Constant constant
                    ? Sum.of(Product.constant(constant.value()))
                    : Sum.of(Product.of(value));
        }
        ScalarExpression first = parts.get(0);
        return switch (apply.primitive()) {
            case MAXIMUM -> {
                // A length that is kept from being 0 as a divisor.
                boolean guarded = first instanceof Apply length
                        && length.primitive() == Primitive.HYPOTENUSE
                        && parts.get(1) instanceof Constant least
                        && least.value() < TINY;
                yield Sum.of(Product.of(guarded ? first : simple));
            }
            case CHOOSE -> choice(simple, parts);
            case AND, OR -> junction(simple, parts);
            case ABS -> {
                Product inner = sum(first).product();
                Product rest = new Product(1, inner.powers());
                yield inner.coefficient() == 1
                        ? Sum.of(Product.of(simple))
                        : Sum.of(Product.of(ScalarExpression.apply(Primitive.ABS, rest.formula()))
                                .scaled(Math.abs(inner.coefficient())));
            }
            default -> Sum.of(Product.of(simple));
        };
    }

    private static Sum junction(Apply junction, List<ScalarExpression> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Constant constant) {
                boolean decides = (constant.value() != 0) == (junction.primitive() == Primitive.OR);
                return decides ? sum(constant) : sum(parts.get(1 - i));
            }
        }
        return Sum.of(Product.of(junction));
    }

    private static Sum choice(Apply choice, List<ScalarExpression> parts) {
        if (parts.get(0) instanceof Constant condition) {
            return sum(parts.get(condition.value() != 0 ? 1 : 2));
        }
        return parts.get(1).equals(parts.get(2)) ? sum(parts.get(1)) : Sum.of(Product.of(choice));
    }
}

package org.nnlang.compiler.explain;

import java.util.Optional;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.model.Primitive;

/**
 * That one number is greater than another, or is not; an inequality of one operand is solved for it.
 *
 * @param strict whether the opposite includes that both are equal
 * @param holds false for the opposite
 */
record Condition(ScalarExpression left, ScalarExpression right, boolean strict, boolean holds) {
    /** What decides the value of a comparison, a maximum or a minimum; nothing for other formulas. */
    static Optional<Condition> of(ScalarExpression formula) {
        if (!(formula instanceof Apply apply)) {
            return Optional.empty();
        }
        return switch (apply.primitive()) {
            case GREATER, MAXIMUM, MINIMUM -> Optional.of(of(apply, true, true));
            case LESS_OR_EQUAL -> Optional.of(of(apply, true, false));
            case GREATER_OR_EQUAL -> Optional.of(of(apply, false, true));
            case LESS -> Optional.of(of(apply, false, false));
            default -> Optional.empty();
        };
    }

    private static Condition of(Apply apply, boolean strict, boolean holds) {
        ScalarExpression left = apply.arguments().get(0);
        ScalarExpression right = apply.arguments().get(1);
        Sum difference = Algebra.sum(ScalarExpression.apply(Primitive.SUBTRACT, left, right));
        Optional<Product> linear = difference.terms().stream()
                .filter(term -> term.powers().equals(Product.of(new Operand(0)).powers()))
                .findFirst();
        boolean elsewhere = difference.terms().stream()
                .filter(term -> !linear.equals(Optional.of(term)))
                .anyMatch(term -> term.powers().keySet().stream().anyMatch(Condition::hasFirstOperand));
        if (linear.isEmpty() || elsewhere) {
            return new Condition(left, right, strict, holds);
        }
        double slope = linear.get().coefficient();
        Sum rest = difference.plus(Sum.of(linear.get()).times(Sum.of(Product.constant(-1))));
        ScalarExpression bound =
                rest.times(Sum.of(Product.constant(-1 / slope))).simplest();
        return slope > 0
                ? new Condition(new Operand(0), bound, strict, holds)
                : new Condition(new Operand(0), bound, !strict, !holds);
    }

    private static boolean hasFirstOperand(ScalarExpression formula) {
        return formula.equals(new Operand(0)) || formula.children().stream().anyMatch(Condition::hasFirstOperand);
    }

    Condition opposite() {
        return new Condition(left, right, strict, !holds);
    }

    /** The same, said of what holds. */
    Condition positive() {
        return holds ? this : opposite();
    }

    /** Whether another condition holds where this one does; nothing where that is open, or only where both sides are equal. */
    Optional<Boolean> implies(Condition other) {
        if (!left.equals(other.left)) {
            return Optional.empty();
        }
        if (right.equals(other.right)) {
            return Optional.of(holds == other.holds);
        }
        if (right instanceof Constant bound && other.right instanceof Constant otherBound) {
            boolean settled = holds ? otherBound.value() < bound.value() : otherBound.value() > bound.value();
            return settled ? Optional.of(holds == other.holds) : Optional.empty();
        }
        return Optional.empty();
    }

    /** The sign that this gives a formula: 1 or -1; 0 where it is open. */
    int signOf(ScalarExpression formula) {
        if (!left.equals(formula) || !(right instanceof Constant bound)) {
            return 0;
        }
        if (holds) {
            return bound.value() >= 0 ? 1 : 0;
        }
        return bound.value() <= 0 ? -1 : 0;
    }

    /** The comparison. */
    ScalarExpression formula() {
        Primitive primitive = holds
                ? strict ? Primitive.GREATER : Primitive.GREATER_OR_EQUAL
                : strict ? Primitive.LESS_OR_EQUAL : Primitive.LESS;
        return ScalarExpression.apply(primitive, left, right);
    }
}

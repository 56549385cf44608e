package org.nnlang.compiler.explain;

import java.util.List;
import java.util.Optional;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.model.Primitive;

/**
 * A formula with maxima, minima and choices on the way as one choice between formulas without them.
 *
 * <p>Where both sides of a comparison are equal, the result may have the value of the other case.
 */
final class Cases {
    private static final int MOST_CASES = 6;

    private Cases() {}

    /** An equal formula whose cases come first. */
    static ScalarExpression split(ScalarExpression formula) {
        return split(formula, MOST_CASES);
    }

    private static ScalarExpression split(ScalarExpression formula, int cases) {
        ScalarExpression simple = Algebra.simplify(formula);
        Optional<Condition> found = cases == 0 ? Optional.empty() : first(simple);
        if (found.isEmpty()) {
            return simple;
        }
        Condition condition = found.get();
        return join(
                condition,
                split(assume(simple, condition), cases - 1),
                split(assume(simple, condition.opposite()), cases - 1));
    }

    /** The first condition whose sides have none themselves. */
    private static Optional<Condition> first(ScalarExpression formula) {
        for (ScalarExpression part : formula.children()) {
            Optional<Condition> inner = first(part);
            if (inner.isPresent()) {
                return inner;
            }
        }
        return Condition.of(formula).map(Condition::positive);
    }

    private static ScalarExpression assume(ScalarExpression formula, Condition condition) {
        List<ScalarExpression> parts =
                formula.children().stream().map(part -> assume(part, condition)).toList();
        ScalarExpression assumed = formula.withChildren(parts);
        Optional<Boolean> known = Condition.of(assumed).flatMap(condition::implies);
        if (known.isPresent()) {
            boolean holds = known.get();
            return switch (((Apply) assumed).primitive()) {
                case MAXIMUM -> parts.get(holds ? 0 : 1);
                case MINIMUM -> parts.get(holds ? 1 : 0);
                default -> new Constant(holds ? 1 : 0);
            };
        }
        int sign = parts.size() == 1 ? condition.signOf(parts.get(0)) : 0;
        if (sign != 0 && assumed instanceof Apply apply) {
            return switch (apply.primitive()) {
                case SIGN -> new Constant(sign);
                case ABS -> sign > 0 ? parts.get(0) : ScalarExpression.apply(Primitive.NEGATE, parts.get(0));
                default -> assumed;
            };
        }
        return assumed;
    }

    private static ScalarExpression join(Condition condition, ScalarExpression yes, ScalarExpression no) {
        if (yes.equals(no)) {
            return yes;
        }
        if (isChoice(yes) && !isChoice(no)) {
            return join(condition.opposite(), no, yes);
        }
        ScalarExpression formula = condition.formula();
        if (isChoice(no)) {
            ScalarExpression inner = no.children().get(0);
            ScalarExpression innerYes = no.children().get(1);
            ScalarExpression innerNo = no.children().get(2);
            if (yes.equals(innerYes)) {
                return or(formula, inner, yes, innerNo);
            }
            if (yes.equals(innerNo)) {
                return or(formula, not(inner), yes, innerYes);
            }
        }
        return ScalarExpression.apply(Primitive.CHOOSE, formula, yes, no);
    }

    private static boolean isChoice(ScalarExpression formula) {
        return formula instanceof Apply apply && apply.primitive() == Primitive.CHOOSE;
    }

    /** A choice by two conditions; what is 0 comes last. */
    private static ScalarExpression or(
            ScalarExpression one, ScalarExpression other, ScalarExpression yes, ScalarExpression no) {
        return yes.equals(new Constant(0))
                ? ScalarExpression.apply(
                        Primitive.CHOOSE, ScalarExpression.apply(Primitive.AND, not(one), not(other)), no, yes)
                : ScalarExpression.apply(Primitive.CHOOSE, ScalarExpression.apply(Primitive.OR, one, other), yes, no);
    }

    private static ScalarExpression not(ScalarExpression condition) {
        return Condition.of(condition)
                .map(each -> each.opposite().formula())
                .orElseGet(() -> ScalarExpression.apply(Primitive.NOT, condition));
    }
}

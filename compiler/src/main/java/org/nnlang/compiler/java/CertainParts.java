package org.nnlang.compiler.java;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.model.Primitive;

/**
 * Whether a part of formulas is calculated whenever they are, or only on one side of a choice: then it may be needed for one element
 * of a thousand, and is not to be calculated for all.
 */
final class CertainParts {
    private CertainParts() {}

    /** Whether at least one of these formulas needs a part, whatever they choose; choices on one condition may need it in turns. */
    static boolean isCertain(ScalarExpression part, List<ScalarExpression> formulas) {
        if (isAlways(part, formulas)) {
            return true;
        }
        Set<ScalarExpression> conditions = new HashSet<>();
        formulas.forEach(formula -> collectConditions(formula, conditions));
        return conditions.stream()
                .anyMatch(condition -> isAlways(part, chosen(formulas, condition, 1, part))
                        && isAlways(part, chosen(formulas, condition, 2, part)));
    }

    private static boolean isAlways(ScalarExpression part, List<ScalarExpression> formulas) {
        return formulas.stream().anyMatch(formula -> isAlways(part, formula));
    }

    private static boolean isAlways(ScalarExpression part, ScalarExpression formula) {
        List<ScalarExpression> children = formula.children();
        if (formula.equals(part)) {
            return true;
        }
        if (is(formula, Primitive.CHOOSE)) {
            return isAlways(part, children.get(0))
                    || (isAlways(part, children.get(1)) && isAlways(part, children.get(2)));
        }
        if (is(formula, Primitive.AND) || is(formula, Primitive.OR)) {
            return isAlways(part, children.get(0));
        }
        return isAlways(part, children);
    }

    private static void collectConditions(ScalarExpression formula, Set<ScalarExpression> conditions) {
        if (is(formula, Primitive.CHOOSE)) {
            conditions.add(formula.children().get(0));
        }
        formula.children().forEach(child -> collectConditions(child, conditions));
    }

    /** The formulas with each choice on a condition replaced by one of its sides; a part stays as it is. */
    private static List<ScalarExpression> chosen(
            List<ScalarExpression> formulas, ScalarExpression condition, int side, ScalarExpression part) {
        return formulas.stream()
                .map(formula -> chosen(formula, condition, side, part))
                .toList();
    }

    private static ScalarExpression chosen(
            ScalarExpression formula, ScalarExpression condition, int side, ScalarExpression part) {
        if (formula.equals(part)) {
            return formula;
        }
        List<ScalarExpression> children = formula.children();
        return is(formula, Primitive.CHOOSE) && children.get(0).equals(condition)
                ? chosen(children.get(side), condition, side, part)
                : formula.withChildren(chosen(children, condition, side, part));
    }

    private static boolean is(ScalarExpression formula, Primitive primitive) {
        return formula instanceof Apply apply && apply.primitive() == primitive;
    }
}

package org.nnlang.compiler.gradient;

import static org.nnlang.compiler.gradient.Formulas.is;

import java.util.List;
import java.util.Optional;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.graph.ScalarSimplifier;
import org.nnlang.compiler.model.Primitive;

/**
 * Derivatives as formulas of the result alone, such as {@code y (1 - y)} of the sigmoid.
 *
 * <p>What the function was applied to need not be kept then, so that the forward step stays one with the product before it.
 */
final class ByResult {
    private static final ScalarExpression X = new Operand(0);
    /** Stands for the result while X stands for what the function is applied to. */
    private static final ScalarExpression Y = new Operand(1);

    private ByResult() {}

    /** The derivative of a formula of one operand over its result as operand 0; nothing where the result does not say it. */
    static Optional<ScalarExpression> of(ScalarExpression formula) {
        ScalarExpression opened = Formulas.opened(formula);
        ScalarExpression derivative = derivative(opened);
        return mentions(derivative, X) ? Optional.empty() : Optional.of(derivative.substitute(List.of(X, X)));
    }

    private static ScalarExpression derivative(ScalarExpression formula) {
        if (is(formula, Primitive.CHOOSE) && conditionByResult(formula)) {
            ScalarExpression condition = formula.children().get(0);
            return Formulas.choose(
                    ScalarExpression.apply(
                            Primitive.GREATER, Y, condition.children().get(1)),
                    Formulas.ONE,
                    ScalarSimplifier.simplify(
                            ScalarDerivatives.of(formula.children().get(2), 0)));
        }
        if (isMaximum(formula)) {
            return Formulas.choose(
                    ScalarExpression.apply(
                            Primitive.GREATER, Y, formula.children().get(1)),
                    Formulas.ONE,
                    Formulas.ZERO);
        }
        return replaced(ScalarSimplifier.simplify(ScalarDerivatives.of(formula, 0)), formula);
    }

    /** Whether it is {@code maximum(x, k)}: a result beyond k is x, and one of k tells that x was not beyond it. */
    private static boolean isMaximum(ScalarExpression formula) {
        return is(formula, Primitive.MAXIMUM)
                && formula.children().get(0).equals(X)
                && formula.children().get(1) instanceof Constant;
    }

    /** Whether it is {@code if x > k then x else b} where b cannot be beyond k: a result beyond k then tells what x was. */
    private static boolean conditionByResult(ScalarExpression choice) {
        ScalarExpression condition = choice.children().get(0);
        ScalarExpression otherwise = choice.children().get(2);
        if (!is(condition, Primitive.GREATER)
                || !condition.children().get(0).equals(X)
                || !choice.children().get(1).equals(X)
                || !(condition.children().get(1) instanceof Constant bound)) {
            return false;
        }
        boolean low = otherwise instanceof Constant constant && constant.value() <= bound.value();
        boolean sloped = bound.value() == 0
                && is(otherwise, Primitive.MULTIPLY)
                && otherwise.children().get(0) instanceof Constant slope
                && slope.value() >= 0
                && otherwise.children().get(1).equals(X);
        return low || sloped;
    }

    private static ScalarExpression replaced(ScalarExpression expression, ScalarExpression result) {
        if (expression.equals(result)) {
            return Y;
        }
        return expression.withChildren(expression.children().stream()
                .map(child -> replaced(child, result))
                .toList());
    }

    private static boolean mentions(ScalarExpression expression, ScalarExpression operand) {
        return expression.equals(operand) || expression.children().stream().anyMatch(child -> mentions(child, operand));
    }
}

package org.nnlang.compiler.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Invoke;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.model.Primitive;

/**
 * A formula of which the functions that the kernels have for many numbers at a time are taken out, each once.
 *
 * <p>What remains is arithmetic, which the JIT makes vector instructions of; a loop that calls such a function it leaves alone.
 *
 * @param operands how many operands the formula has; those from here on are the results of the steps
 * @param steps the functions, each after those that its argument needs
 * @param result the rest of the formula
 */
record ElementFormula(int operands, List<Step> steps, ScalarExpression result) {
    /** Calls of functions are replaced by their bodies up to this size, beyond which they stay calls. */
    private static final int LARGEST = 200;

    /** One function of all elements. */
    record Step(Primitive function, ScalarExpression argument) {}

    ElementFormula {
        steps = List.copyOf(steps);
    }

    /** The formula in steps; nothing where it has no such function. */
    static Optional<ElementFormula> of(ScalarExpression formula, int operands) {
        if (!hasFunction(formula)) {
            return Optional.empty();
        }
        List<Step> steps = new ArrayList<>();
        return rest(formula, operands, steps).map(rest -> new ElementFormula(operands, steps, rest));
    }

    /**
     * Whether all can be calculated in one array: each step needs the one before and no earlier one, the result the last one.
     *
     * @param isLost operands that may be read by the first step only, since that array overwrites them
     */
    boolean isChain(IntPredicate isLost) {
        for (int i = 1; i <= steps.size(); i++) {
            ScalarExpression next = i == steps.size() ? result : steps.get(i).argument();
            int previous = operands + i - 1;
            if (reads(next, operand -> operand != previous && (operand >= operands || isLost.test(operand)))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a formula has an operand such as these. */
    static boolean reads(ScalarExpression formula, IntPredicate operands) {
        return formula instanceof Operand operand
                ? operands.test(operand.index())
                : formula.children().stream().anyMatch(child -> reads(child, operands));
    }

    private static boolean hasFunction(ScalarExpression formula) {
        return (formula instanceof Apply apply && PrimitiveCalls.isOfElements(apply.primitive()))
                || (formula instanceof Invoke invoke
                        && hasFunction(invoke.function().body()))
                || formula.children().stream().anyMatch(ElementFormula::hasFunction);
    }

    /** What remains of a formula; nothing if it grows too large. */
    private static Optional<ScalarExpression> rest(ScalarExpression formula, int operands, List<Step> steps) {
        List<ScalarExpression> children = new ArrayList<>();
        for (ScalarExpression child : formula.children()) {
            Optional<ScalarExpression> rest = rest(child, operands, steps);
            if (rest.isEmpty()) {
                return rest;
            }
            children.add(rest.get());
        }
        if (formula instanceof Invoke invoke && hasFunction(invoke.function().body())) {
            ScalarExpression opened = invoke.function().body().substitute(children);
            return opened.size() > LARGEST ? Optional.empty() : rest(opened, operands, steps);
        }
        if (formula instanceof Apply apply && PrimitiveCalls.isOfElements(apply.primitive())) {
            Step step = new Step(apply.primitive(), children.get(0));
            if (!steps.contains(step)) {
                steps.add(step);
            }
            return Optional.of(new Operand(operands + steps.indexOf(step)));
        }
        return Optional.of(formula.withChildren(children));
    }
}

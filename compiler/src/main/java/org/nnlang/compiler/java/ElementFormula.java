package org.nnlang.compiler.java;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Operand;

/**
 * A formula of which the functions and choices that the kernels have for many numbers at a time are taken out, each once.
 *
 * <p>What remains is arithmetic, which the JIT makes vector instructions of; a loop that calls such a function, or chooses, it
 * leaves alone.
 *
 * @param operands how many operands the formula has; those from here on are the results of the steps
 * @param steps each after those that its arguments need
 * @param result the rest of the formula
 */
record ElementFormula(int operands, List<Step> steps, ScalarExpression result) {
    /**
     * What is done to all elements before the next step.
     *
     * @param kernel the method of the runtime's functions of elements; null where the argument is all that there is
     * @param arguments one of a function, which works in place; four of a choice: the numbers that are compared, and the sides
     */
    record Step(@Nullable String kernel, List<ScalarExpression> arguments) {
        Step {
            arguments = List.copyOf(arguments);
        }

        /** The argument of a function. */
        ScalarExpression argument() {
            return arguments.get(0);
        }

        boolean isFunction() {
            return kernel != null && arguments.size() == 1;
        }

        boolean isChoice() {
            return arguments.size() > 1;
        }

        boolean isChoice(String kernel) {
            return isChoice() && kernel.equals(this.kernel);
        }

        boolean reads(int operand) {
            return arguments.stream().anyMatch(argument -> ElementFormula.reads(argument, index -> index == operand));
        }
    }

    ElementFormula {
        steps = List.copyOf(steps);
    }

    /** The formula with its functions as steps; nothing where it has none. */
    static Optional<ElementFormula> withFunctions(ScalarExpression formula, int operands) {
        return ElementSteps.ofFunctions(formula, operands);
    }

    /** The formula with its functions and choices as steps; nothing where it has no choice. */
    static Optional<ElementFormula> withChoices(ScalarExpression formula, int operands) {
        return ElementSteps.ofChoices(formula, operands);
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
}

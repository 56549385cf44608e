package org.nnlang.compiler.java;

import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Invoke;

/**
 * How long a processor takes for a formula, in half cycles, roughly: to tell whether to calculate both sides of a choice, or to branch
 * to one.
 */
final class FormulaCost {
    private static final int ARITHMETIC = 1;
    private static final int DIVISION = 10;
    private static final int FUNCTION = 100;

    /** Where signs are random, a processor guesses every other branch wrong, and loses some 20 cycles each time. */
    private static final int BRANCH = 20;

    private final JavaExpressions.Operands operands;

    /** Of formulas with such operands, which cost nothing, as does what they hold. */
    FormulaCost(JavaExpressions.Operands operands) {
        this.operands = operands;
    }

    /** Whether to calculate two formulas of which one is needed is faster than to branch to one of them. */
    boolean isLessThanABranch(ScalarExpression one, ScalarExpression other) {
        return left(left(2 * BRANCH, one), other) >= 0;
    }

    /** What is left of a budget; less than 0 where it does not suffice, which is told by looking at no more than that. */
    private int left(int budget, ScalarExpression formula) {
        if (budget < 0 || operands.held(formula) != null) {
            return budget;
        }
        int left = budget - own(formula);
        for (ScalarExpression child : formula.children()) {
            left = left(left, child);
        }
        return left;
    }

    private static int own(ScalarExpression formula) {
        if (formula instanceof Apply apply) {
            return switch (apply.primitive()) {
                case ADD, SUBTRACT, MULTIPLY, NEGATE, MAXIMUM, MINIMUM, ABS, CHOOSE -> ARITHMETIC;
                case DIVIDE, SQRT -> DIVISION;
                default -> apply.isCondition() ? ARITHMETIC : FUNCTION;
            };
        }
        return formula instanceof Invoke ? FUNCTION : 0;
    }
}

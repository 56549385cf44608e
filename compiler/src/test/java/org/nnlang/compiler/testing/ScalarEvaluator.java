package org.nnlang.compiler.testing;

import org.nnlang.compiler.graph.ScalarExpression;

/** The value of a formula of numbers, straight from its parts. */
public final class ScalarEvaluator {
    private final double[] operands;
    private final boolean rounded;

    private ScalarEvaluator(double[] operands, boolean rounded) {
        this.operands = operands;
        this.rounded = rounded;
    }

    /** In double precision. */
    public static double exact(ScalarExpression formula, double... operands) {
        return new ScalarEvaluator(operands, false).value(formula);
    }

    /** With the result of each step rounded to float32, so that what overflows in generated code overflows here. */
    public static double inFloats(ScalarExpression formula, double... operands) {
        return new ScalarEvaluator(operands, true).value(formula);
    }

    private double value(ScalarExpression formula) {
        double value = unrounded(formula);
        return rounded ? (float) value : value;
    }

    private double unrounded(ScalarExpression formula) {
        if (formula instanceof ScalarExpression.Constant constant) {
            return constant.value();
        }
        if (formula instanceof ScalarExpression.Operand operand) {
            return operands[operand.index()];
        }
        double[] parts = formula.children().stream().mapToDouble(this::value).toArray();
        return formula instanceof ScalarExpression.Invoke invoke
                ? new ScalarEvaluator(parts, rounded).value(invoke.function().body())
                : Elements.apply(((ScalarExpression.Apply) formula).primitive(), parts);
    }
}

package org.nnlang.compiler.graph;

import java.util.List;
import org.nnlang.compiler.model.Primitive;

/**
 * A formula of numbers that can be computed: as mathematics has it, and as generated code does.
 *
 * <p>Rounding each step to float32 shows what overflows or cancels on the way to a harmless result.
 */
public record Formula(ScalarExpression expression) {
    /** Its value in double precision. */
    public double exact(double... operands) {
        return value(expression, operands, false);
    }

    /** Its value with each step rounded to float32. */
    public double inFloats(double... operands) {
        return value(expression, operands, true);
    }

    /** Whether it is 0 whatever its operands. */
    public boolean isZero() {
        return expression.equals(new ScalarExpression.Constant(0));
    }

    /** Whether a primitive stands anywhere in it, called functions included. */
    public boolean uses(Primitive primitive) {
        return uses(expression, primitive);
    }

    private static boolean uses(ScalarExpression expression, Primitive primitive) {
        return (expression instanceof ScalarExpression.Apply apply && apply.primitive() == primitive)
                || (expression instanceof ScalarExpression.Invoke invoke
                        && uses(invoke.function().body(), primitive))
                || expression.children().stream().anyMatch(child -> uses(child, primitive));
    }

    private static double value(ScalarExpression expression, double[] operands, boolean rounded) {
        double value;
        if (expression instanceof ScalarExpression.Constant constant) {
            value = constant.value();
        } else if (expression instanceof ScalarExpression.Operand operand) {
            value = operands[operand.index()];
        } else if (expression instanceof ScalarExpression.Invoke invoke) {
            double[] arguments = new double[invoke.arguments().size()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = value(invoke.arguments().get(i), operands, rounded);
            }
            return value(invoke.function().body(), arguments, rounded);
        } else {
            value = applied((ScalarExpression.Apply) expression, operands, rounded);
        }
        return rounded ? (float) value : value;
    }

    private static double applied(ScalarExpression.Apply apply, double[] operands, boolean rounded) {
        List<ScalarExpression> parts = apply.arguments();
        double a = value(parts.get(0), operands, rounded);
        if (apply.primitive() == Primitive.CHOOSE) {
            return value(parts.get(a != 0 ? 1 : 2), operands, rounded);
        }
        return Elements.apply(apply.primitive(), a, parts.size() > 1 ? value(parts.get(1), operands, rounded) : 0, 0);
    }
}

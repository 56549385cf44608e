package org.nnlang.compiler.testing;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.compiler.graph.RowProgram;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarExpression.Invoke;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.runtime.kernel.Scalar;

/** Row programs of one input, evaluated number by number in float arithmetic: the bits that generated code has to give. */
public final class RowEvaluator {
    private RowEvaluator() {}

    /** The result of a row. */
    public static float[] evaluate(RowProgram program, float[] row) {
        List<float[]> operands = new ArrayList<>(List.of(row));
        for (RowProgram.Statement statement : program.statements()) {
            float[] values = new float[row.length];
            for (int i = 0; i < row.length; i++) {
                values[i] = evaluate(statement.expression(), operands(operands, i));
            }
            operands.add(
                    statement instanceof RowProgram.Reduction reduction
                            ? new float[] {reduce(reduction.primitive(), values)}
                            : values);
        }
        return operands.get(operands.size() - 1);
    }

    private static float[] operands(List<float[]> rows, int i) {
        float[] operands = new float[rows.size()];
        for (int j = 0; j < operands.length; j++) {
            float[] values = rows.get(j);
            operands[j] = values[values.length == 1 ? 0 : i];
        }
        return operands;
    }

    private static float reduce(Primitive primitive, float[] values) {
        float result = switch (primitive) {
            case SUM -> 0;
            case MAX -> Float.NEGATIVE_INFINITY;
            default -> throw new IllegalArgumentException("no reduction of a library activation: " + primitive);
        };
        for (float value : values) {
            result = primitive == Primitive.SUM ? result + value : Math.max(result, value);
        }
        return result;
    }

    private static float evaluate(ScalarExpression formula, float... operands) {
        if (formula instanceof Constant constant) {
            return (float) constant.value();
        }
        if (formula instanceof Operand operand) {
            return operands[operand.index()];
        }
        float[] parts = new float[formula.children().size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = evaluate(formula.children().get(i), operands);
        }
        return formula instanceof Invoke invoke
                ? evaluate(invoke.function().body(), parts)
                : apply(((Apply) formula).primitive(), parts);
    }

    private static float apply(Primitive primitive, float... x) {
        return switch (primitive) {
            case ADD -> x[0] + x[1];
            case SUBTRACT -> x[0] - x[1];
            case MULTIPLY -> x[0] * x[1];
            case DIVIDE -> x[0] / x[1];
            case NEGATE -> -x[0];
            case LESS -> x[0] < x[1] ? 1 : 0;
            case LESS_OR_EQUAL -> x[0] <= x[1] ? 1 : 0;
            case GREATER -> x[0] > x[1] ? 1 : 0;
            case GREATER_OR_EQUAL -> x[0] >= x[1] ? 1 : 0;
            case AND -> x[0] * x[1];
            case OR -> Math.max(x[0], x[1]);
            case NOT -> 1 - x[0];
            case CHOOSE -> x[0] != 0 ? x[1] : x[2];
            case MAXIMUM -> Math.max(x[0], x[1]);
            case MINIMUM -> Math.min(x[0], x[1]);
            case ABS -> Math.abs(x[0]);
            case STOP_GRADIENT -> x[0];
            case EXP -> Scalar.exp(x[0]);
            case EXPM1 -> Scalar.expm1(x[0]);
            case LOG -> Scalar.log(x[0]);
            case LOG1P -> Scalar.log1p(x[0]);
            case SIGMOID -> Scalar.sigmoid(x[0]);
            case TANH -> Scalar.tanh(x[0]);
            case SOFTPLUS -> Scalar.softplus(x[0]);
            case ERF -> Scalar.erf(x[0]);
            case ERFC -> Scalar.erfc(x[0]);
            case GELU -> Scalar.gelu(x[0]);
            case SIN -> Scalar.sin(x[0]);
            case SQRT -> Scalar.sqrt(x[0]);
            case HYPOTENUSE -> Scalar.hypotenuse(x[0], x[1]);
            default -> throw new IllegalArgumentException("no primitive of an activation: " + primitive);
        };
    }
}

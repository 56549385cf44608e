package org.nnlang.compiler.graph;

import java.util.List;
import org.nnlang.compiler.model.Primitive;

/**
 * A formula of a whole row, such as a softmax: reductions, numbers made from them, and the elements of the result.
 *
 * <p>The operands of its expressions are first its inputs, then the results of its statements, in order. A row that is computed
 * on the way lives where the result will be, hence there is at most one.
 *
 * @param name what people call the formula, such as {@code softmax}
 * @param operands how each input is met
 * @param statements at least one; the last one makes the result
 */
public record RowProgram(String name, List<Broadcast> operands, List<Statement> statements) {
    /** One line of a program. */
    public sealed interface Statement {
        /** The formula, over the inputs and the statements before. */
        ScalarExpression expression();
    }

    /** A number from all elements of a row. */
    public record Reduction(Primitive primitive, ScalarExpression expression) implements Statement {}

    /** A number from numbers. */
    public record Scalar(ScalarExpression expression) implements Statement {}

    /** Each element of a row. */
    public record Row(ScalarExpression expression) implements Statement {}

    public RowProgram {
        operands = List.copyOf(operands);
        statements = List.copyOf(statements);
    }

    /** The last statement. */
    public Statement result() {
        return statements.get(statements.size() - 1);
    }

    /** Whether each element depends on the elements at its own place only. */
    public boolean isElementwise() {
        return statements.size() == 1 && result() instanceof Row;
    }

    /**
     * Whether it may overwrite the input with this index: nothing reads that input after the first row is written, except at
     * the place that is being written.
     */
    public boolean overwrites(int input) {
        if (operands.get(input) != Broadcast.ELEMENT || !(result() instanceof Row)) {
            return false;
        }
        boolean written = false;
        for (Statement statement : statements) {
            if (written && reads(statement.expression(), input)) {
                return false;
            }
            written |= statement instanceof Row;
        }
        return true;
    }

    private static boolean reads(ScalarExpression expression, int operand) {
        return expression.equals(new ScalarExpression.Operand(operand))
                || expression.children().stream().anyMatch(child -> reads(child, operand));
    }
}

package org.nnlang.compiler.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * The operands of a formula in the making: each input once for each way in which it is met, in the order of first use.
 *
 * <p>Ways that come to the same for the given rows and columns become one.
 */
public final class Operands {
    private final long rows;
    private final int width;
    private final List<Node> inputs = new ArrayList<>();
    private final List<Broadcast> broadcasts = new ArrayList<>();

    /** No operands yet, of a result with these rows and columns. */
    public Operands(long rows, int width) {
        this.rows = rows;
        this.width = width;
    }

    /** The inputs so far. */
    public List<Node> inputs() {
        return inputs;
    }

    /** How each input is met. */
    public List<Broadcast> broadcasts() {
        return broadcasts;
    }

    /** An element of this input. */
    public ScalarExpression add(Node input, Broadcast broadcast) {
        Broadcast normal = normal(input, broadcast);
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i) == input && broadcasts.get(i) == normal) {
                return new ScalarExpression.Operand(i);
            }
        }
        inputs.add(input);
        broadcasts.add(normal);
        return new ScalarExpression.Operand(inputs.size() - 1);
    }

    /** The formula with its operands added here, in the order in which it names them. */
    public ScalarExpression addAll(ScalarExpression expression, List<Node> from, List<Broadcast> met) {
        if (expression instanceof ScalarExpression.Operand operand) {
            return add(from.get(operand.index()), met.get(operand.index()));
        }
        return expression.withChildren(expression.children().stream()
                .map(child -> addAll(child, from, met))
                .toList());
    }

    private Broadcast normal(Node input, Broadcast broadcast) {
        if (input.isWeight() && input.elements() == 1) {
            return Broadcast.NUMBER;
        }
        return switch (broadcast) {
            case ELEMENT -> Broadcast.ELEMENT;
            case ROW -> width == 1 ? Broadcast.ELEMENT : rows == 1 ? Broadcast.NUMBER : Broadcast.ROW;
            case COLUMN -> rows == 1 ? Broadcast.ELEMENT : width == 1 ? Broadcast.NUMBER : Broadcast.COLUMN;
            case NUMBER -> rows * width == 1 ? Broadcast.ELEMENT : Broadcast.NUMBER;
        };
    }
}

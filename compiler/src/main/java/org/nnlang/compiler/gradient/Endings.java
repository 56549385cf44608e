package org.nnlang.compiler.gradient;

import java.util.List;
import java.util.Optional;
import org.nnlang.compiler.gradient.TrainingGraph.Ending;
import org.nnlang.compiler.graph.Broadcast;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.model.Primitive;

/**
 * Which outputs end with a softmax or a sigmoid, and what these are applied to.
 *
 * <p>Told by what is computed, not by a name, so that a softmax that someone wrote anew is one too.
 */
final class Endings {
    private static final ScalarExpression X = new Operand(0);
    private static final ScalarExpression Y = new Operand(1);

    private Endings() {}

    /** An output's ending, and the logits that it is applied to. */
    record Found(Ending ending, Node logits) {}

    /** The ending of an output; nothing where it ends otherwise, or where the network uses its value too. */
    static Optional<Found> of(Graph graph, Node output) {
        boolean used = !graph.uses().getOrDefault(output, List.of()).isEmpty();
        long outputs =
                graph.outputs().stream().filter(each -> each.node() == output).count();
        if (used || outputs != 1 || output.inputs().isEmpty() || !(output.op() instanceof Op.Map map)) {
            return Optional.empty();
        }
        Node input = output.input(0);
        if (isOf(output, Formulas.opened(map.expression()), ScalarExpression.apply(Primitive.SIGMOID, X))) {
            return Optional.of(new Found(Ending.SIGMOID, input)).filter(found -> fits(found, output));
        }
        return softmax(output).map(logits -> new Found(Ending.SOFTMAX, logits)).filter(found -> fits(found, output));
    }

    private static boolean fits(Found found, Node output) {
        return !found.logits().isWeight() && found.logits().shape().equals(output.shape());
    }

    /** {@code exp(x - max(x)) / sum(exp(x - max(x)))}. */
    private static Optional<Node> softmax(Node output) {
        if (!isMap(output, Primitive.DIVIDE) || output.inputs().size() != 2) {
            return Optional.empty();
        }
        Node exponential = output.input(0);
        Node sum = output.input(1);
        if (!isMap(exponential, Primitive.EXP) || !isReduction(sum, Primitive.SUM) || sum.input(0) != exponential) {
            return Optional.empty();
        }
        Node shifted = exponential.input(0);
        if (!isMap(shifted, Primitive.SUBTRACT) || shifted.inputs().size() != 2) {
            return Optional.empty();
        }
        Node logits = shifted.input(0);
        Node shift = shifted.input(1);
        Node greatest = isMap(shift, Primitive.STOP_GRADIENT) ? shift.input(0) : shift;
        return isReduction(greatest, Primitive.MAX) && greatest.input(0) == logits
                ? Optional.of(logits)
                : Optional.empty();
    }

    /** Whether it is a primitive of its inputs in order: the first met element by element, a second one row by row. */
    private static boolean isMap(Node node, Primitive primitive) {
        if (!(node.op() instanceof Op.Map map) || map.operands().isEmpty()) {
            return false;
        }
        ScalarExpression expected = node.inputs().size() == 1
                ? ScalarExpression.apply(primitive, X)
                : ScalarExpression.apply(primitive, X, Y);
        return isOf(node, map.expression(), expected)
                && map.operands().stream().skip(1).allMatch(met -> isByRow(met, node));
    }

    private static boolean isByRow(Broadcast met, Node node) {
        return switch (met) {
            case ROW -> true;
            case NUMBER -> node.rows() == 1;
            case ELEMENT -> node.width() == 1;
            case COLUMN -> false;
        };
    }

    private static boolean isOf(Node node, ScalarExpression expression, ScalarExpression expected) {
        return expression.equals(expected)
                && node.op() instanceof Op.Map map
                && map.operands().get(0) == Broadcast.ELEMENT;
    }

    private static boolean isReduction(Node node, Primitive primitive) {
        return node.op() instanceof Op.Reduce reduce && reduce.primitive() == primitive;
    }
}

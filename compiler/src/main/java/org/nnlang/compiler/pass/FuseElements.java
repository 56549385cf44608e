package org.nnlang.compiler.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.nnlang.compiler.graph.Broadcast;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.graph.Operands;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarSimplifier;

/** Makes one formula of element-wise nodes that follow each other. */
final class FuseElements implements Pass {
    /** Beyond this the generated loop is no longer one that a reader, or the JIT, takes in. */
    private static final int LARGEST_FORMULA = 60;

    @Override
    public String name() {
        return "fusing elements";
    }

    @Override
    public Graph run(Graph graph) {
        Uses uses = new Uses(graph);
        Rewriter rewriter = new Rewriter();
        for (Node node : graph.nodes()) {
            Node changed = rewriter.withReplacedInputs(node);
            if (node.op() instanceof Op.Map map) {
                Operands operands = new Operands(node.rows(), node.width());
                changed = fused(changed, map, operands, input -> uses.onlyUse(node.input(input), node));
            }
            rewriter.replace(node, changed);
        }
        return rewriter.finish(graph);
    }

    private static Node fused(Node node, Op.Map map, Operands operands, IntPredicate onlyUse) {
        int size = map.expression().size();
        List<ScalarExpression> replacements = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            Node input = node.input(i);
            Broadcast met = map.operands().get(i);
            int larger = size + growth(map.expression(), i, input);
            if (input.op() instanceof Op.Map inner
                    && larger <= LARGEST_FORMULA
                    && (inner.operands().isEmpty() || (onlyUse.test(i) && isElement(node, met, input, inner)))) {
                size = larger;
                replacements.add(operands.addAll(inner.expression(), input.inputs(), inner.operands()));
            } else {
                replacements.add(operands.add(input, met));
            }
        }
        ScalarExpression expression = ScalarSimplifier.simplify(map.expression().substitute(replacements));
        return node.with(new Op.Map(expression, operands.broadcasts()), operands.inputs());
    }

    /** Whether an element of a node can be computed where it is met: what it meets itself must be the same there. */
    private static boolean isElement(Node node, Broadcast met, Node input, Op.Map inner) {
        boolean sameRows = input.rows() == node.rows() && input.width() == node.width();
        return met == Broadcast.ELEMENT
                && (sameRows
                        || inner.operands().stream()
                                .allMatch(each -> each == Broadcast.ELEMENT || each == Broadcast.NUMBER));
    }

    /** By how much a formula grows where an operand becomes the formula that makes it, at each place that mentions it. */
    private static int growth(ScalarExpression formula, int operand, Node input) {
        return input.op() instanceof Op.Map inner
                ? mentions(formula, operand) * (inner.expression().size() - 1)
                : 0;
    }

    private static int mentions(ScalarExpression formula, int operand) {
        return formula.equals(new ScalarExpression.Operand(operand))
                ? 1
                : formula.children().stream()
                        .mapToInt(child -> mentions(child, operand))
                        .sum();
    }
}

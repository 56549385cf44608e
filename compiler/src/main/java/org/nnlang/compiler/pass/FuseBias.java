package org.nnlang.compiler.pass;

import java.util.List;
import org.nnlang.compiler.graph.Broadcast;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.model.Primitive;

/** Adds the bias where the product is made. */
final class FuseBias implements Pass {
    private static final ScalarExpression SUM =
            ScalarExpression.apply(Primitive.ADD, new ScalarExpression.Operand(0), new ScalarExpression.Operand(1));

    @Override
    public String name() {
        return "fusing biases";
    }

    @Override
    public Graph run(Graph graph) {
        Uses uses = new Uses(graph);
        Rewriter rewriter = new Rewriter();
        for (Node node : graph.nodes()) {
            Node changed = rewriter.withReplacedInputs(node);
            if (node.op() instanceof Op.Dense) {
                changed = changed.with(new Op.FusedDense(false, null), changed.inputs());
            } else if (node.op() instanceof Op.Map map && map.expression().equals(SUM)) {
                int product = node.input(0).op() instanceof Op.Dense ? 0 : 1;
                if (uses.onlyUse(node.input(product), node) && isBias(map, node, product)) {
                    Node dense = rewriter.replacement(node.input(product));
                    List<Node> inputs = List.of(dense.input(0), dense.input(1), changed.input(1 - product));
                    changed = changed.with(new Op.FusedDense(true, null), inputs);
                }
            }
            rewriter.replace(node, changed);
        }
        return rewriter.finish(graph);
    }

    private static boolean isBias(Op.Map map, Node node, int product) {
        Node dense = node.input(product);
        Node bias = node.input(1 - product);
        Broadcast met = map.operands().get(1 - product);
        return dense.op() instanceof Op.Dense
                && map.operands().get(product) == Broadcast.ELEMENT
                && bias.isWeight()
                && bias.elements() == dense.input(0).rows()
                && met.elements(node.rows(), node.width()) == bias.elements()
                && (met != Broadcast.ROW);
    }
}

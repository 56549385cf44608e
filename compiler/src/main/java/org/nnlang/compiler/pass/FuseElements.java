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
            boolean fuses = (onlyUse.test(i) && met == Broadcast.ELEMENT)
                    || (input.op() instanceof Op.Map constant
                            && constant.operands().isEmpty());
            if (fuses
                    && input.op() instanceof Op.Map inner
                    && size + inner.expression().size() <= LARGEST_FORMULA) {
                size += inner.expression().size();
                replacements.add(operands.addAll(inner.expression(), input.inputs(), inner.operands()));
            } else {
                replacements.add(operands.add(input, met));
            }
        }
        ScalarExpression expression = ScalarSimplifier.simplify(map.expression().substitute(replacements));
        return node.with(new Op.Map(expression, operands.broadcasts()), operands.inputs());
    }
}

package org.nnlang.compiler.pass;

import java.util.List;
import org.nnlang.compiler.graph.Broadcast;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.graph.Operands;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarSimplifier;

/** Simplifies formulas, and drops nodes that only pass on what they are given. */
final class Simplify implements Pass {
    @Override
    public String name() {
        return "simplifying";
    }

    @Override
    public Graph run(Graph graph) {
        return Rewriter.rewrite(graph, Simplify::simplify);
    }

    private static Node simplify(Node node) {
        if (node.op() instanceof Op.Map map) {
            Operands operands = new Operands(node.rows(), node.width());
            List<Node> inputs =
                    node.inputs().stream().map(Simplify::withoutDetour).toList();
            ScalarExpression expression =
                    operands.addAll(ScalarSimplifier.simplify(map.expression()), inputs, map.operands());
            Node simple = node.with(new Op.Map(expression, operands.broadcasts()), operands.inputs());
            return isIdentity(expression, simple) ? simple.input(0) : simple;
        }
        boolean changesOnlyShape =
                node.op() instanceof Op.Reshape || node.op() instanceof Op.Slice || node.op() instanceof Op.Concat;
        boolean passesOn = changesOnlyShape
                && node.inputs().size() == 1
                && node.shape().equals(node.input(0).shape());
        return passesOn ? node.input(0) : node;
    }

    /** The weight itself where a weight of one element is loaded and reduced to be a number. */
    private static Node withoutDetour(Node input) {
        Node source = input;
        while (source.op() instanceof Op.Load
                || source.op() instanceof Op.Reshape
                || source.op() instanceof Op.Reduce) {
            source = source.input(0);
        }
        return source.isWeight() && source.elements() == 1 ? source : input;
    }

    private static boolean isIdentity(ScalarExpression expression, Node node) {
        return expression instanceof ScalarExpression.Operand
                && node.op() instanceof Op.Map map
                && map.operands().get(0) == Broadcast.ELEMENT
                && !node.input(0).isWeight()
                && node.input(0).shape().equals(node.shape());
    }
}

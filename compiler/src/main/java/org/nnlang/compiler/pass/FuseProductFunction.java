package org.nnlang.compiler.pass;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.graph.Broadcast;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.graph.RowProgram;

/** Applies an activation where the product is made, while its rows are still in the cache. */
final class FuseProductFunction implements Pass {
    @Override
    public String name() {
        return "fusing functions of products";
    }

    @Override
    public Graph run(Graph graph) {
        Uses uses = new Uses(graph);
        Rewriter rewriter = new Rewriter();
        for (Node node : graph.nodes()) {
            Node changed = rewriter.withReplacedInputs(node);
            if (node.inputs().size() == 1
                    && uses.onlyUse(node.input(0), node)
                    && changed.input(0).op() instanceof Op.FusedDense dense
                    && dense.function() == null) {
                RowProgram program = program(node);
                if (program != null && fits(node, changed.input(0), program)) {
                    Op.FusedDense fused = new Op.FusedDense(dense.bias(), program);
                    changed = changed.with(fused, changed.input(0).inputs());
                }
            }
            rewriter.replace(node, changed);
        }
        return rewriter.finish(graph);
    }

    private static boolean fits(Node node, Node product, RowProgram program) {
        long units = product.input(0).rows();
        return program.overwrites(0)
                && node.elements() == product.elements()
                && (program.isElementwise() || node.width() == units);
    }

    private static @Nullable RowProgram program(Node node) {
        if (node.op() instanceof Op.RowFormula formula) {
            return formula.program();
        }
        if (node.op() instanceof Op.Map map && map.operands().equals(List.of(Broadcast.ELEMENT))) {
            return new RowProgram(
                    FormulaNames.of(node, map.expression()),
                    map.operands(),
                    List.of(new RowProgram.Row(map.expression())));
        }
        return null;
    }
}

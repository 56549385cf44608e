package org.nnlang.compiler.pass;

import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Op;

/** Removes dropout, which only training needs. */
final class RemoveDropout implements Pass {
    @Override
    public String name() {
        return "removing dropout";
    }

    @Override
    public Graph run(Graph graph) {
        return Rewriter.rewrite(graph, node -> node.op() instanceof Op.Dropout ? node.input(0) : node);
    }
}

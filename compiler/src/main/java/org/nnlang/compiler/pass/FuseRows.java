package org.nnlang.compiler.pass;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;

/** Makes one formula of the maps and reductions that together make a row, or a number from a row: softmax, a norm, a loss. */
final class FuseRows implements Pass {
    @Override
    public String name() {
        return "fusing rows";
    }

    @Override
    public Graph run(Graph graph) {
        Uses uses = new Uses(graph);
        Set<Node> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        IdentityHashMap<Node, Node> fused = new IdentityHashMap<>();
        List<Node> nodes = graph.nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (!taken.contains(node) && (node.op() instanceof Op.Map || node.op() instanceof Op.Reduce)) {
                RowRegion region = RowRegion.endingAt(node, nodes.subList(0, i), uses);
                Optional<Node> formula =
                        region.hasReduction() ? new RowProgramBuilder(region).build() : Optional.empty();
                if (formula.isPresent()) {
                    fused.put(node, formula.get());
                    taken.addAll(region.nodes());
                }
            }
        }
        Rewriter rewriter = new Rewriter();
        for (Node node : nodes) {
            Node replacement = fused.getOrDefault(node, node);
            rewriter.replace(node, rewriter.withReplacedInputs(replacement));
        }
        return rewriter.finish(graph);
    }
}

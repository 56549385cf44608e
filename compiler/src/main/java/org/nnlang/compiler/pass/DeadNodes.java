package org.nnlang.compiler.pass;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;

/** Removes what leads to no output; inputs stay, since callers pass them. */
final class DeadNodes {
    private DeadNodes() {}

    static Graph remove(Graph graph) {
        Set<Node> needed = Collections.newSetFromMap(new IdentityHashMap<>());
        needed.addAll(graph.outputNodes());
        List<Node> nodes = graph.nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (nodes.get(i).isAccumulation()) {
                needed.add(nodes.get(i));
            }
            if (needed.contains(nodes.get(i))) {
                needed.addAll(nodes.get(i).inputs());
            }
        }
        List<Node> kept = nodes.stream()
                .filter(node -> needed.contains(node) || node.op() instanceof Op.Input)
                .toList();
        return new Graph(graph.model(), kept, graph.outputs());
    }
}

package org.nnlang.compiler.pass;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;

/** Who needs the result of each node of a graph. */
final class Uses {
    private final Map<Node, List<Node>> uses;
    private final Set<Node> outputs;

    Uses(Graph graph) {
        this.uses = graph.uses();
        this.outputs = graph.outputNodes();
    }

    /** The nodes that use a node, once for each use. */
    List<Node> of(Node node) {
        return uses.getOrDefault(node, List.of());
    }

    /** Whether the model's caller gets the result. */
    boolean isOutput(Node node) {
        return outputs.contains(node);
    }

    /** Whether one node alone needs the result of another. */
    boolean onlyUse(Node used, Node user) {
        return !isOutput(used) && of(used).stream().allMatch(node -> node == user);
    }
}

package org.nnlang.compiler.pass;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.model.Shape;

/**
 * Computes once what the graph computes twice from the same inputs.
 *
 * <p>Gradients share with gradients only: what they compute anew is not kept on purpose.
 */
final class ShareEqualNodes implements Pass {
    private record Key(Op op, List<Integer> inputs, Shape shape, boolean backward) {}

    @Override
    public String name() {
        return "sharing equal nodes";
    }

    @Override
    public Graph run(Graph graph) {
        IdentityHashMap<Node, Integer> numbers = new IdentityHashMap<>();
        Map<Key, Node> known = new HashMap<>();
        return Rewriter.rewrite(graph, node -> {
            List<Integer> inputs = node.inputs().stream()
                    .map(input -> numbers.computeIfAbsent(input, key -> numbers.size()))
                    .toList();
            if (node.isAccumulation()) {
                return node;
            }
            Node first = known.putIfAbsent(new Key(node.op(), inputs, node.shape(), node.isBackward()), node);
            return first == null ? node : first;
        });
    }
}

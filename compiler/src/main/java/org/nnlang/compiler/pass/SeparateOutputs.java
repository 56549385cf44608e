package org.nnlang.compiler.pass;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;

/**
 * Gives each output elements of its own, so that it can be written to the caller's array.
 *
 * <p>An output that is an input, or the same elements as another output, is copied.
 */
final class SeparateOutputs implements Pass {
    @Override
    public String name() {
        return "separating outputs";
    }

    @Override
    public Graph run(Graph graph) {
        Set<Node> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Node> nodes = new ArrayList<>(graph.nodes());
        List<Graph.Output> outputs = new ArrayList<>();
        for (Graph.Output output : graph.outputs()) {
            Node node = output.node();
            Node source = node.source();
            if (source.op() instanceof Op.Input || !taken.add(source)) {
                String path = "copyTo." + output.name();
                Node.Origin origin = new Node.Origin(path, "", node.origin().span());
                Node copy = new Node(path + "." + outputs.size(), new Op.Copy(), List.of(node), node.shape(), origin);
                nodes.add(copy);
                outputs.add(new Graph.Output(output.name(), copy));
            } else {
                outputs.add(output);
            }
        }
        return new Graph(graph.model(), nodes, outputs);
    }
}

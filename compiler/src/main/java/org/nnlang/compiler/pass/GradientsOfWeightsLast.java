package org.nnlang.compiler.pass;

import java.util.Comparator;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;

/**
 * Puts first what is calculated forward, then what goes back through the layers, and at last the gradients of weights.
 *
 * <p>The first two are of each example by itself, so that threads may share the examples from layer to layer; the gradients of
 * weights are sums over all of them. Everything else keeps its order.
 */
final class GradientsOfWeightsLast implements Pass {
    @Override
    public String name() {
        return "putting gradients of weights last";
    }

    @Override
    public Graph run(Graph graph) {
        Comparator<Node> byPart = Comparator.comparingInt(GradientsOfWeightsLast::part);
        return new Graph(graph.model(), graph.nodes().stream().sorted(byPart).toList(), graph.outputs());
    }

    private static int part(Node node) {
        if (node.isAccumulation()) {
            return 2;
        }
        return node.isBackward() ? 1 : 0;
    }
}

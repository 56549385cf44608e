package org.nnlang.compiler.pass;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;

/**
 * Loads the weights of products where formulas use them too.
 *
 * <p>The kernels pack the weight of a product as they like, so that only the kernels can find an element in it.
 */
final class UnpackWeights implements Pass {
    @Override
    public String name() {
        return "unpacking weights";
    }

    @Override
    public Graph run(Graph graph) {
        Set<Node> packed = Collections.newSetFromMap(new IdentityHashMap<>());
        graph.nodes().stream().filter(node -> node.op() instanceof Op.Dense).forEach(node -> packed.add(node.input(0)));
        IdentityHashMap<Node, Node> loaded = new IdentityHashMap<>();
        Rewriter rewriter = new Rewriter();
        for (Node node : graph.nodes()) {
            Node changed = rewriter.withReplacedInputs(node);
            if (node.op() instanceof Op.Map && node.inputs().stream().anyMatch(packed::contains)) {
                List<Node> inputs = changed.inputs().stream()
                        .map(input -> packed.contains(input)
                                ? loaded.computeIfAbsent(input, weight -> rewriter.add(load(weight)))
                                : input)
                        .toList();
                changed = node.with(node.op(), inputs);
            }
            rewriter.replace(node, changed);
        }
        return rewriter.finish(graph);
    }

    private static Node load(Node weight) {
        return new Node(weight.name() + ".unpacked", new Op.Load(), List.of(weight), weight.shape(), weight.origin());
    }
}

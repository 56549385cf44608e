package org.nnlang.compiler.pass;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;

/** Rebuilds a graph node by node, in order. */
final class Rewriter {
    private final IdentityHashMap<Node, Node> replacements = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Boolean> present = new IdentityHashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    /**
     * Rebuilds a graph.
     *
     * @param change gives the replacement of a node whose inputs are replaced already: itself, a new node in its place, or a node
     *     that came before
     */
    static Graph rewrite(Graph graph, UnaryOperator<Node> change) {
        Rewriter rewriter = new Rewriter();
        for (Node node : graph.nodes()) {
            rewriter.replace(node, change.apply(rewriter.withReplacedInputs(node)));
        }
        return rewriter.finish(graph);
    }

    /** Sets the replacement of a node, and adds it to the new graph if it is not there. */
    void replace(Node node, Node replacement) {
        add(replacement);
        replacements.put(node, replacement);
    }

    /** Adds a node to the new graph if it is not there. */
    Node add(Node node) {
        if (present.put(node, true) == null) {
            nodes.add(node);
        }
        return node;
    }

    /** The replacement of a node of the old graph that came before. */
    Node replacement(Node node) {
        return replacements.getOrDefault(node, node);
    }

    /** The node on the replacements of its inputs. */
    Node withReplacedInputs(Node node) {
        List<Node> inputs = node.inputs().stream().map(this::replacement).toList();
        return inputs.equals(node.inputs()) ? node : node.with(node.op(), inputs);
    }

    /** The new graph. */
    Graph finish(Graph old) {
        List<Graph.Output> outputs = old.outputs().stream()
                .map(output -> new Graph.Output(output.name(), replacement(output.node())))
                .toList();
        return new Graph(old.model(), nodes, outputs);
    }
}

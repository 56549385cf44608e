package org.nnlang.compiler.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one model computes: nodes in an order in which they can be evaluated.
 *
 * @param model the name of the model
 * @param nodes every node after its inputs
 * @param outputs the model's outputs in order
 */
public record Graph(String model, List<Node> nodes, List<Output> outputs) {
    /** An output of the model. */
    public record Output(String name, Node node) {}

    public Graph {
        nodes = List.copyOf(nodes);
        outputs = List.copyOf(outputs);
    }

    /** The model's inputs in order. */
    public List<Node> inputs() {
        return nodes.stream().filter(node -> node.op() instanceof Op.Input).toList();
    }

    /** The nodes that use each node, once for each use, in order; a node without uses has an empty list. */
    public Map<Node, List<Node>> uses() {
        IdentityHashMap<Node, List<Node>> uses = new IdentityHashMap<>();
        for (Node node : nodes) {
            uses.put(node, new ArrayList<>());
            for (Node input : node.inputs()) {
                uses.computeIfAbsent(input, key -> new ArrayList<>()).add(node);
            }
        }
        return uses;
    }

    /** The nodes that are outputs. */
    public Set<Node> outputNodes() {
        Set<Node> set = Collections.newSetFromMap(new IdentityHashMap<>());
        outputs.forEach(output -> set.add(output.node()));
        return set;
    }

    @Override
    public String toString() {
        return GraphPrinter.print(this);
    }
}

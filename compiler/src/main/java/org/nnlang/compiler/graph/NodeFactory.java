package org.nnlang.compiler.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Weight;

/** The nodes of a graph in the making, with their names made unique. */
final class NodeFactory {
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<Weight, Node> weights = new LinkedHashMap<>();
    private final Map<String, Node> settings = new LinkedHashMap<>();

    /** Every node so far, in order. */
    List<Node> all() {
        return nodes;
    }

    /** Adds a node whose name is the given one, or that with a number. */
    Node add(String name, Op op, List<Node> inputs, Shape shape, Node.Origin origin) {
        Node node = new Node(unique(name), op, inputs, shape, origin);
        nodes.add(node);
        return node;
    }

    /** Adds a node called after its origin and what it does. */
    Node addPart(Node.Origin origin, String word, Op op, List<Node> inputs, Shape shape) {
        return add(join(join(origin.path(), origin.function()), word), op, inputs, shape, origin);
    }

    /** The node of a weight, which is the same for every use. */
    Node weight(Weight weight) {
        Node known = weights.get(weight);
        if (known != null) {
            return known;
        }
        Node.Origin origin = new Node.Origin(weight.path(), "", weight.span());
        Node node = add(weight.path(), new Op.Weight(weight), List.of(), weight.shape(), origin);
        weights.put(weight, node);
        return node;
    }

    /** The node of a setting, which is the same for every use. */
    Node setting(String name, Node.Origin origin) {
        return settings.computeIfAbsent(name, key -> add(key, new Op.Setting(key), List.of(), Shape.NUMBER, origin));
    }

    /** A path and a part of it; a function that is a step by itself is not named twice. */
    private static String join(String path, String part) {
        if (path.isEmpty() || part.isEmpty()) {
            return path + part;
        }
        return path.equals(part) || path.endsWith("." + part) ? path : path + "." + part;
    }

    private String unique(String name) {
        int count = names.merge(name, 1, Integer::sum);
        return count == 1 ? name : unique(name + "_" + count);
    }
}

package org.nnlang.compiler.gradient;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nnlang.compiler.graph.Broadcast;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Weight;

/** The nodes of a graph that grows backwards: each is called after the node whose gradient it helps to make. */
final class GradientNodes {
    private final List<Node> nodes;
    private final Set<String> names = new HashSet<>();

    GradientNodes(Graph forward) {
        this.nodes = new ArrayList<>(forward.nodes());
        forward.nodes().forEach(node -> names.add(node.name()));
    }

    /** Every node, those of the forward graph first. */
    List<Node> all() {
        return nodes;
    }

    /** Adds a node that helps to make the gradient of another. */
    Node add(Node of, Op op, List<Node> inputs, Shape shape) {
        return add(of, ".gradient", op, inputs, shape);
    }

    /** Adds a node that is called after another. */
    Node add(Node of, String suffix, Op op, List<Node> inputs, Shape shape) {
        return add(of.origin(), of.name() + suffix, op, inputs, shape);
    }

    private Node add(Node.Origin origin, String name, Op op, List<Node> inputs, Shape shape) {
        String unique = name;
        for (int number = 2; !names.add(unique); number++) {
            unique = name + "_" + number;
        }
        Node node = new Node(unique, op, inputs, shape, origin.backwards());
        nodes.add(node);
        return node;
    }

    /** Adds what changes the gradient of a weight by a step of the network. */
    Node accumulate(Node of, Weight weight, Op.Accumulation op, List<Node> inputs) {
        return add(of.origin(), weight.path() + ".gradient", op, inputs, weight.shape());
    }

    /** Adds a formula of each element. */
    Node map(Node of, ScalarExpression formula, List<Node> inputs, List<Broadcast> met, Shape shape) {
        return add(of, new Op.Map(formula, met), inputs, shape);
    }

    /** The sum of nodes of equal shape, in their order. */
    Node sum(Node of, List<Node> terms) {
        if (terms.size() == 1) {
            return terms.get(0);
        }
        ScalarExpression sum = new Operand(0);
        for (int i = 1; i < terms.size(); i++) {
            sum = ScalarExpression.apply(Primitive.ADD, sum, new Operand(i));
        }
        List<Broadcast> met = terms.stream().map(term -> Broadcast.ELEMENT).toList();
        return map(of, sum, terms, met, of.shape());
    }

    /** The sum of each row. */
    Node sumOfRows(Node of, Node rows) {
        List<Integer> sizes = rows.shape().sizes();
        Shape shape = sizes.isEmpty() ? rows.shape() : new Shape(sizes.subList(0, sizes.size() - 1));
        return add(of, new Op.Reduce(Primitive.SUM), List.of(rows), shape);
    }

    /** The same elements in another shape. */
    Node reshaped(Node of, Node node, Shape shape) {
        return node.shape().equals(shape) ? node : add(of, new Op.Reshape(), List.of(node), shape);
    }
}

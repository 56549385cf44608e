package org.nnlang.compiler.gradient;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.nnlang.compiler.gradient.TrainingGraph.Ending;
import org.nnlang.compiler.graph.Broadcast;
import org.nnlang.compiler.graph.Graph;
import org.nnlang.compiler.graph.GraphVerifier;
import org.nnlang.compiler.graph.Node;
import org.nnlang.compiler.graph.Op;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.model.Primitive;

/**
 * Reverse mode: from the outputs back to the weights, the gradient of each node is the sum of what its users give it.
 *
 * <p>What happens at each node is in {@link InputGradients}; here is only the order.
 */
public final class ReverseWalk {
    private final Graph forward;
    private final GradientNodes nodes;
    private final KeptValues values;
    private final Set<Node> leadingToWeights = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<Node, List<Node>> parts = new IdentityHashMap<>();
    private final List<Ending> endings = new ArrayList<>();

    private ReverseWalk(Graph forward, Graph withLogits, BiFunction<Graph, GradientNodes, KeptValues> kept) {
        this.forward = forward;
        this.nodes = new GradientNodes(forward);
        this.values = kept.apply(withLogits, nodes);
    }

    /** Adds the gradients of all weights to a graph, in which every product is still a {@link Op.Dense}. */
    public static TrainingGraph derive(Graph forward) {
        List<Optional<Endings.Found>> found = new ArrayList<>();
        List<Graph.Output> outputs = new ArrayList<>(forward.outputs());
        for (Graph.Output output : forward.outputs()) {
            Optional<Endings.Found> ending = Endings.of(forward, output.node());
            ending.ifPresent(each -> outputs.add(new Graph.Output(output.name() + ".logits", each.logits())));
            found.add(ending);
        }
        Graph withLogits = new Graph(forward.model(), forward.nodes(), outputs);
        return new ReverseWalk(forward, withLogits, KeptValues::few).walk(withLogits, found);
    }

    /**
     * Adds the gradient of a loss by its first input: the graph's outputs are then the loss and that gradient.
     *
     * <p>Both are computed in one go, hence the gradient may use every value.
     */
    public static Graph deriveLoss(Graph loss) {
        ReverseWalk walk = new ReverseWalk(loss, loss, KeptValues::all);
        Node prediction = loss.inputs().get(0);
        walk.leadingToWeights.add(prediction);
        walk.follow();
        Node value = loss.outputs().get(0).node();
        Node one = walk.nodes.map(value, Formulas.ONE, List.of(), List.of(), value.shape());
        walk.addPart(value, one);
        walk.goBack();
        List<Node> received = walk.parts.getOrDefault(prediction, List.of());
        Node gradient = received.isEmpty()
                ? walk.nodes.map(prediction, Formulas.ZERO, List.of(), List.of(), prediction.shape())
                : walk.nodes.sum(prediction, received);
        List<Graph.Output> outputs = List.of(loss.outputs().get(0), new Graph.Output("gradient", gradient));
        Graph joint = new Graph(loss.model(), walk.nodes.all(), outputs);
        return GraphVerifier.verify(joint, "deriving the gradient of a loss");
    }

    private TrainingGraph walk(Graph withLogits, List<Optional<Endings.Found>> found) {
        follow();
        for (int i = 0; i < forward.outputs().size(); i++) {
            start(i, found.get(i));
        }
        goBack();
        Graph joint = new Graph(forward.model(), nodes.all(), withLogits.outputs());
        return new TrainingGraph(GraphVerifier.verify(joint, "deriving gradients"), endings);
    }

    /** Finds the nodes whose gradients lead to one that is wanted. */
    private void follow() {
        for (Node node : forward.nodes()) {
            boolean leads = node.op() instanceof Op.Weight weight
                    ? weight.weight().trainable()
                    : node.inputs().stream().anyMatch(leadingToWeights::contains);
            if (leads) {
                leadingToWeights.add(node);
            }
        }
    }

    /** From the last node to the first, each one's gradient makes those of its inputs. */
    private void goBack() {
        InputGradients table = new InputGradients(nodes, values, leadingToWeights::contains, this::addPart);
        for (int i = forward.nodes().size() - 1; i >= 0; i--) {
            Node node = forward.nodes().get(i);
            List<Node> received = parts.get(node);
            boolean isLeaf = node.op() instanceof Op.Input;
            if (received != null && leadingToWeights.contains(node) && !isLeaf) {
                table.add(node, nodes.sum(node, received));
            }
        }
    }

    private void addPart(Node node, Node gradient) {
        if (leadingToWeights.contains(node)) {
            parts.computeIfAbsent(node, key -> new ArrayList<>()).add(gradient);
        }
    }

    /** The gradient of an output is what the caller gives. */
    private void start(int index, Optional<Endings.Found> found) {
        Node output = forward.outputs().get(index).node();
        int input = forward.inputs().size() + index;
        Node given = nodes.add(output, new Op.Input(input), List.of(), output.shape());
        endings.add(found.map(Endings.Found::ending).orElse(Ending.OTHER));
        if (found.isEmpty()) {
            addPart(output, given);
            return;
        }
        Endings.Found ending = found.get();
        Node derived = ending.ending() == Ending.SIGMOID ? ofSigmoid(output, given) : ofSoftmax(output, given);
        Op choice = new Op.LogitsGradient(index);
        addPart(
                ending.logits(),
                nodes.add(ending.logits(), ".logitsGradient", choice, List.of(given, derived), output.shape()));
    }

    /** {@code g y (1 - y)}. */
    private Node ofSigmoid(Node output, Node gradient) {
        ScalarExpression y = new Operand(1);
        ScalarExpression derivative = Formulas.product(y, Formulas.difference(Formulas.ONE, y));
        return nodes.map(
                output,
                Formulas.product(new Operand(0), derivative),
                List.of(gradient, output),
                List.of(Broadcast.ELEMENT, Broadcast.ELEMENT),
                output.shape());
    }

    /** {@code y (g - sum(g y))}. */
    private Node ofSoftmax(Node output, Node gradient) {
        List<Broadcast> elements = List.of(Broadcast.ELEMENT, Broadcast.ELEMENT);
        ScalarExpression product = ScalarExpression.apply(Primitive.MULTIPLY, new Operand(0), new Operand(1));
        Node products =
                nodes.add(output, ".parts", new Op.Map(product, elements), List.of(gradient, output), output.shape());
        Node sum = nodes.sumOfRows(products, products);
        ScalarExpression derivative = ScalarExpression.apply(
                Primitive.MULTIPLY,
                new Operand(1),
                ScalarExpression.apply(Primitive.SUBTRACT, new Operand(0), new Operand(2)));
        return nodes.map(
                output,
                derivative,
                List.of(gradient, output, sum),
                List.of(Broadcast.ELEMENT, Broadcast.ELEMENT, Broadcast.ROW),
                output.shape());
    }
}

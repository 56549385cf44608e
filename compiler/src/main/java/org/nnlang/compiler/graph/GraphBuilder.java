package org.nnlang.compiler.graph;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.nnlang.compiler.model.CheckedLoss;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.model.Step;
import org.nnlang.compiler.model.Value;

/** Makes the graph of a checked model: every layer opened, one node a primitive. */
public final class GraphBuilder {
    private final NodeFactory nodes = new NodeFactory();
    private final IdentityHashMap<Value, Node> values = new IdentityHashMap<>();
    private final TermLowering terms = new TermLowering(nodes, this::node);

    private GraphBuilder() {}

    /** Builds the graph of a model. */
    public static Graph build(CheckedModel model) {
        Graph graph = new GraphBuilder().graph(model);
        return GraphVerifier.verify(graph, "building");
    }

    /** Builds the graph of a loss: its inputs are the prediction and the target. */
    public static Graph build(CheckedLoss loss) {
        return GraphVerifier.verify(new GraphBuilder().graph(loss), "building");
    }

    private Graph graph(CheckedLoss loss) {
        Node.Origin origin = new Node.Origin("", "", loss.span());
        for (Value value : List.of(loss.prediction(), loss.target())) {
            Op input = new Op.Input(values.size());
            values.put(value, nodes.add(value.name(), input, List.of(), value.shape(), origin));
        }
        Node value = terms.lower(loss.value(), origin);
        return new Graph(loss.name(), nodes.all(), List.of(new Graph.Output("loss", value)));
    }

    private Graph graph(CheckedModel model) {
        for (int i = 0; i < model.inputs().size(); i++) {
            CheckedModel.Port input = model.inputs().get(i);
            Node.Origin origin = new Node.Origin(input.name(), "", input.span());
            Value value = input.value();
            values.put(value, nodes.add(input.name(), new Op.Input(i), List.of(), value.shape(), origin));
        }
        model.steps().forEach(step -> lower(step, new Node.Origin("", "", model.span())));
        List<Graph.Output> outputs = new ArrayList<>();
        for (CheckedModel.Port output : model.outputs()) {
            outputs.add(new Graph.Output(output.name(), node(output.value())));
        }
        return new Graph(model.name(), nodes.all(), outputs);
    }

    private void lower(Step step, Node.Origin enclosing) {
        if (step instanceof Step.LayerCall call) {
            Node.Origin origin = new Node.Origin(call.layer().path(), "", call.span());
            call.body().forEach(inner -> lower(inner, origin));
        } else if (step instanceof Step.Computation computation) {
            String path = computation.path();
            Node.Origin origin = path == null ? enclosing : new Node.Origin(path, "", computation.span());
            values.put(computation.result(), terms.lower(computation.term(), origin));
        }
    }

    private Node node(Value value) {
        Node node = values.get(value);
        if (node == null) {
            throw new IllegalStateException("value " + value + " is used before it is computed");
        }
        return node;
    }
}

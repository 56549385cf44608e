package org.nnlang.compiler.library;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nnlang.compiler.testing.GeneratedModels;
import org.nnlang.compiler.testing.GoldenJson;
import org.nnlang.runtime.Model;

/**
 * One network of the reference numbers, written in this language.
 *
 * <p>Every name gets a prefix, since the file calls its nodes {@code sum} and the like.
 */
record NetworkGoldens(GoldenJson source) {
    private static final Map<String, String> ACTIVATIONS = Map.of("linear", "identity");

    static List<NetworkGoldens> all() {
        return GoldenJson.read("mlp.json").get("cases").items().stream()
                .map(NetworkGoldens::new)
                .toList();
    }

    /** The nodes of which a loss is taken, in order. */
    List<String> lossNodes() {
        return source.get("losses").items().stream()
                .map(loss -> loss.text("node"))
                .toList();
    }

    List<String> inputs() {
        return nodes("input").stream().map(node -> node.text("id")).toList();
    }

    /** The nodes with weights. */
    List<GoldenJson> dense() {
        return nodes("dense");
    }

    List<String> layers() {
        return source.get("layers").keys();
    }

    /** The number of examples. */
    int rows() {
        return source.get("inputs").get(inputs().get(0)).rows().size();
    }

    private List<GoldenJson> nodes(String op) {
        return source.get("nodes").items().stream()
                .filter(node -> node.text("op").equals(op))
                .toList();
    }

    /** The model whose outputs are those with a loss, with the weights of the file. */
    Model model() {
        List<String> outputs = lossNodes().stream()
                .map(node -> "output out_" + node + " = a_" + node)
                .toList();
        return begun(GeneratedModels.only(text(outputs), 1), source.get("layers"));
    }

    /** The model whose outputs are what goes into each activation and what comes out of it, in turns. */
    Model opened() {
        List<String> outputs = new ArrayList<>();
        for (GoldenJson node : dense()) {
            outputs.add("output out_z_" + node.text("id") + " = z_" + node.text("id"));
            outputs.add("output out_a_" + node.text("id") + " = a_" + node.text("id"));
        }
        return begun(GeneratedModels.only(text(outputs), 1), source.get("layers"));
    }

    private Model begun(Model model, GoldenJson layers) {
        for (String layer : layers()) {
            model.parameters()
                    .get("layer_" + layer + ".weight")
                    .set(GeneratedActivations.floats(layers.get(layer).get("W").data()));
            model.parameters()
                    .get("layer_" + layer + ".bias")
                    .set(GeneratedActivations.floats(layers.get(layer).get("b").data()));
        }
        return model;
    }

    private String text(List<String> outputs) {
        List<String> lines = new ArrayList<>();
        for (String input : inputs()) {
            lines.add("input a_" + input + ": ["
                    + source.get("inputs").get(input).rows().get(0).length + "]");
        }
        Set<String> declared = new LinkedHashSet<>();
        for (GoldenJson node : source.get("nodes").items()) {
            String id = node.text("id");
            List<String> from = node.get("inputs").items().stream()
                    .map(input -> "a_" + input.value())
                    .toList();
            if (node.text("op").equals("dense")) {
                String layer = node.text("layer");
                if (declared.add(layer)) {
                    int units = source.get("layers").get(layer).get("b").data().length;
                    lines.add("let layer_" + layer + " = Dense(" + units + ")");
                }
                String activation = node.text("activation");
                lines.add("let z_" + id + " = " + from.get(0) + " -> layer_" + layer);
                lines.add("let a_" + id + " = z_" + id + " -> " + ACTIVATIONS.getOrDefault(activation, activation));
            } else if (node.text("op").equals("add")) {
                lines.add("let a_" + id + " = " + String.join(" + ", from));
            } else if (node.text("op").equals("concat")) {
                lines.add("let a_" + id + " = (" + String.join(", ", from) + ") -> Concat()");
            } else if (!node.text("op").equals("input")) {
                throw new AssertionError("the test knows no node " + node.text("op"));
            }
        }
        lines.addAll(outputs);
        return lines.stream()
                .map(line -> "  " + line + "\n")
                .collect(Collectors.joining("", "model Network {\n", "}\n"));
    }

    @Override
    public String toString() {
        return source.text("name");
    }
}

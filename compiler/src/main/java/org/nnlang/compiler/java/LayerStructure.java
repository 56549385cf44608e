package org.nnlang.compiler.java;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nnlang.compiler.model.LayerInstance;
import org.nnlang.compiler.model.Weight;

/**
 * What a layer consists of, apart from sizes and values: layers of one structure share one class.
 *
 * @param type the name of its declaration
 * @param weights the names of its own weights
 * @param parts the layers in it that have weights
 */
record LayerStructure(String type, List<String> weights, List<Part> parts) {
    private static final Pattern INDEXED = Pattern.compile("(.*)\\[\\d+]");

    /**
     * A layer inside another one, or a number of equal ones.
     *
     * @param name what Java calls it
     * @param path its path inside the other; of repeated layers, without the index
     * @param repeated whether it is one of several that are counted
     * @param description what it is, for Javadoc
     */
    record Part(String name, String path, boolean repeated, String description, LayerStructure structure) {}

    static LayerStructure of(LayerInstance layer) {
        Map<String, List<LayerInstance>> groups = new LinkedHashMap<>();
        for (LayerInstance child : layer.children()) {
            if (child.allWeights().findAny().isPresent()) {
                groups.computeIfAbsent(base(child.name()), key -> new ArrayList<>())
                        .add(child);
            }
        }
        List<Part> parts = new ArrayList<>();
        groups.forEach((base, group) -> addParts(parts, base, group));
        return new LayerStructure(
                layer.type(), layer.weights().stream().map(Weight::name).toList(), parts);
    }

    private static void addParts(List<Part> parts, String base, List<LayerInstance> group) {
        LayerStructure first = of(group.get(0));
        boolean equal = group.stream()
                .allMatch(layer -> !layer.name().equals(base) && of(layer).equals(first));
        if (equal) {
            String description = "One of " + group.size() + " layers " + first.type() + ".";
            parts.add(new Part(base, base, true, description, first));
            return;
        }
        for (LayerInstance layer : group) {
            String description = describe(layer) + ", " + StepComments.place(layer.span()) + ".";
            parts.add(new Part(layer.name(), layer.name(), false, description, of(layer)));
        }
    }

    /** The layer as it is used, such as {@code Dense(units = 50)}. */
    static String describe(LayerInstance layer) {
        return layer.type() + "(" + String.join(", ", layer.arguments()) + ")";
    }

    private static String base(String name) {
        Matcher matcher = INDEXED.matcher(name);
        return matcher.matches() ? matcher.group(1) : name;
    }
}

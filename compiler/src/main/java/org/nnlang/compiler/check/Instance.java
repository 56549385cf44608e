package org.nnlang.compiler.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.model.LayerInstance;
import org.nnlang.compiler.model.Weight;
import org.nnlang.compiler.source.Span;

/**
 * A layer instance while it is being built.
 *
 * <p>Its first application creates its weights and children; every later one meets them again under the same names.
 */
final class Instance {
    private final String path;
    private final String type;
    private final String packageName;
    private final String documentation;
    private final List<String> arguments;
    private final Span span;
    private final Map<String, Weight> weights = new LinkedHashMap<>();
    private final Map<String, Instance> children = new LinkedHashMap<>();
    private @Nullable LayerInstance frozen;

    Instance(String path, String type, String packageName, String documentation, List<String> arguments, Span span) {
        this.path = path;
        this.type = type;
        this.packageName = packageName;
        this.documentation = documentation;
        this.arguments = arguments;
        this.span = span;
    }

    String path() {
        return path;
    }

    String type() {
        return type;
    }

    Span span() {
        return span;
    }

    /** The path of something inside it. */
    String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    @Nullable
    Weight weight(String name) {
        return weights.get(name);
    }

    void add(Weight weight) {
        weights.put(weight.name(), weight);
    }

    @Nullable
    Instance child(String name) {
        return children.get(name);
    }

    void add(String name, Instance child) {
        children.put(name, child);
    }

    /** Whether its first application is over, so that nothing may be added. */
    boolean isFrozen() {
        return frozen != null;
    }

    /** What it has become; made at the end of its first application. */
    LayerInstance freeze() {
        if (frozen == null) {
            List<LayerInstance> inside = new ArrayList<>();
            for (Instance child : children.values()) {
                inside.add(child.freeze());
            }
            frozen = new LayerInstance(
                    path, type, packageName, documentation, arguments, List.copyOf(weights.values()), inside, span);
        }
        return frozen;
    }
}

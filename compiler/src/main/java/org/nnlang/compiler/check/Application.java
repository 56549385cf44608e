package org.nnlang.compiler.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Step;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.model.Value;
import org.nnlang.compiler.source.Span;

/**
 * One application of a component while it is being evaluated: the steps so far, and the names given out.
 *
 * <p>Names are given out anew in each application, in the same order, so that a shared layer meets its own children again.
 */
final class Application {
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private final Instance instance;
    private final boolean root;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final Set<String> unusedLabels = new HashSet<>();

    Application(Instance instance, boolean root) {
        this.instance = instance;
        this.root = root;
    }

    Instance instance() {
        return instance;
    }

    List<Step> steps() {
        return steps;
    }

    /** A layer's type as a name: {@code LayerNorm} is {@code layer_norm}. */
    static String nameOf(String type) {
        return WORD_START.matcher(type).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    /** A free name that begins with the given one: {@code dense}, then {@code dense_1}, as in Keras. */
    String freeName(String base) {
        int used = names.merge(base, 1, Integer::sum);
        if (used == 1) {
            return base;
        }
        return freeName(base + "_" + (used - 1));
    }

    /** Takes a name that the author chose. */
    void takeName(String name, Span span) {
        if (names.merge(name, 1, Integer::sum) > 1) {
            throw Errors.of(
                    Code.DUPLICATE_NAME,
                    span,
                    "the name `" + name + "` is already taken in this network",
                    "it would give two layers the same path",
                    "choose another label");
        }
    }

    /** Takes a label for a function, whose step will then be called so. */
    void takeLabel(String label, Span span) {
        takeName(label, span);
        unusedLabels.add(label);
    }

    /** What people call an output: inside a layer, it is called after the layer. */
    String outputName(String name) {
        return root ? name : name.equals("y") ? instance.path() : instance.pathOf(name);
    }

    /** Computes a term once, so that it can be used many times. */
    Value compute(Term term, String name, String pathBase, boolean stage, Span span) {
        if (term instanceof Term.ValueOf known) {
            return known.value();
        }
        Value value = new Value(name, term.shape(), span);
        steps.add(new Step.Computation(value, term, root ? pathOf(pathBase) : null, stage, span));
        return value;
    }

    /** A step's name: the label that was taken for it, or a free one. */
    private String pathOf(String base) {
        return unusedLabels.remove(base) ? base : freeName(base);
    }

    /** Computes a term that no binding names: it is called after its outermost operation. */
    Value compute(Term term, Span span) {
        String name = operationName(term);
        return compute(term, name, name, false, span);
    }

    /** What people call the operation of a term. */
    static String operationName(Term term) {
        if (term instanceof Term.Apply apply) {
            return apply.primitive().functionName();
        }
        if (term instanceof Term.Invoke invoke) {
            return invoke.function().name();
        }
        if (term instanceof Term.Slice) {
            return "slice";
        }
        if (term instanceof Term.WeightOf weight) {
            return weight.weight().name();
        }
        return term.shape().equals(Shape.NUMBER) ? "constant" : "value";
    }
}

package org.nnlang.compiler.check;

import java.util.Map;
import java.util.stream.Collectors;

/** How meanings are shown in summaries, comments and messages, as a `.nn` file would write them. */
final class Meanings {
    private Meanings() {}

    static String text(Meaning meaning) {
        if (meaning instanceof Meaning.NumberValue number) {
            return Numbers.text(number.value());
        }
        if (meaning instanceof Meaning.TruthValue truth) {
            return String.valueOf(truth.value());
        }
        if (meaning instanceof Meaning.TextValue text) {
            return text.value();
        }
        if (meaning instanceof Meaning.ListValue list) {
            return list.elements().stream().map(Meanings::text).collect(Collectors.joining(", ", "[", "]"));
        }
        if (meaning instanceof Meaning.None) {
            return "none";
        }
        if (meaning instanceof Meaning.FunctionValue function) {
            return configured(function.symbol().name(), function.bound());
        }
        if (meaning instanceof Meaning.InitializerValue initializer) {
            return configured(initializer.symbol().name(), initializer.bound());
        }
        if (meaning instanceof Meaning.ComponentValue component) {
            return component.symbol().name();
        }
        if (meaning instanceof Meaning.Tensor tensor) {
            return tensor.shape().toString();
        }
        return meaning.description();
    }

    private static String configured(String name, Map<String, Meaning> bound) {
        if (bound.isEmpty()) {
            return name;
        }
        return bound.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + text(entry.getValue()))
                .collect(Collectors.joining(", ", name + "(", ")"));
    }
}

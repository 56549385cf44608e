package org.nnlang.runtime;

import java.util.Locale;
import java.util.Map;
import org.nnlang.runtime.Summary.Entry;
import org.nnlang.runtime.Summary.Kind;

/** Translates the library's words for layers and functions to those of the frameworks. */
final class SummaryWords {
    private static final Map<String, String> KERAS = Map.of("Linear", "Dense", "Concat", "Concatenate");

    private static final Map<String, String> TORCH = Map.ofEntries(
            Map.entry("Dense", "Linear"),
            Map.entry("celu", "CELU"),
            Map.entry("elu", "ELU"),
            Map.entry("gelu", "GELU"),
            Map.entry("gelu_tanh", "GELU"),
            Map.entry("glu", "GLU"),
            Map.entry("hard_shrink", "Hardshrink"),
            Map.entry("hard_sigmoid", "Hardsigmoid"),
            Map.entry("hard_swish", "Hardswish"),
            Map.entry("hard_tanh", "Hardtanh"),
            Map.entry("leaky_relu", "LeakyReLU"),
            Map.entry("linear", "Identity"),
            Map.entry("log_sigmoid", "LogSigmoid"),
            Map.entry("log_softmax", "LogSoftmax"),
            Map.entry("relu", "ReLU"),
            Map.entry("relu6", "ReLU6"),
            Map.entry("selu", "SELU"),
            Map.entry("silu", "SiLU"),
            Map.entry("soft_shrink", "Softshrink"),
            Map.entry("swish", "SiLU"),
            Map.entry("tanh_shrink", "Tanhshrink"));

    private SummaryWords() {}

    /** Keras' class for an entry. */
    static String keras(Entry entry) {
        return switch (entry.kind()) {
            case INPUT -> "InputLayer";
            case ACTIVATION -> "Activation";
            case LAYER, OPERATION -> KERAS.getOrDefault(entry.type(), capitalized(entry.type()));
        };
    }

    /** PyTorch's class for an entry. */
    static String torch(Entry entry) {
        return TORCH.getOrDefault(entry.type(), capitalized(entry.type()));
    }

    /** Whether the entry is an object of its own in PyTorch and in subclasses of Keras' Model; inputs and sums are not. */
    static boolean isLayer(Entry entry) {
        return entry.kind() == Kind.LAYER || entry.kind() == Kind.ACTIVATION;
    }

    /** {@code hard_sigmoid} as {@code HardSigmoid}; a word that is capitalized already stays. */
    private static String capitalized(String word) {
        StringBuilder result = new StringBuilder();
        for (String part : word.split("_", -1)) {
            if (!part.isEmpty()) {
                result.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
            }
        }
        return result.toString();
    }

    /** {@code MyModel} as {@code my_model}, as Keras names an instance after its class. */
    static String snakeCase(String name) {
        return name.replaceAll("(.)([A-Z][a-z0-9]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}

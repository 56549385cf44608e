package org.nnlang.training.optimizer;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.nnlang.runtime.text.NamedSettings;
import org.nnlang.runtime.text.NearestName;

/** One name of {@link Optimizers}: the presets that it stands for, and which settings of them can be written. */
final class OptimizerKind<O extends FirstOrderOptimizer<O>> {
    /** What the frameworks call settings, where that is more than an underscore away from our names. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "lr", "learning_rate",
            "eps", "epsilon",
            "alpha", "rho",
            "lrdecay", "learning_rate_decay",
            "initialaccumulatorvalue", "initial_accumulator");

    private final O keras;
    private final O torch;
    private final Map<String, BiFunction<O, String, O>> settings;

    OptimizerKind(O keras, O torch) {
        this(keras, torch, new LinkedHashMap<>());
        number("learning_rate", O::withLearningRate);
        number("weight_decay", O::withWeightDecay);
        number("decoupled_weight_decay", O::withDecoupledWeightDecay);
        number("l2", O::withL2);
        number("clip_value", O::withClipValue);
        number("clip_norm", O::withClipNorm);
        number("global_clip_norm", O::withGlobalClipNorm);
    }

    private OptimizerKind(O keras, O torch, Map<String, BiFunction<O, String, O>> settings) {
        this.keras = keras;
        this.torch = torch;
        this.settings = settings;
    }

    /** Other presets with the same settings. */
    OptimizerKind<O> startingFrom(O ofKeras, O ofTorch) {
        return new OptimizerKind<>(ofKeras, ofTorch, settings);
    }

    OptimizerKind<O> number(String name, BiFunction<O, Double, O> change) {
        settings.put(name, (optimizer, value) -> change.apply(optimizer, number(value)));
        return this;
    }

    OptimizerKind<O> flag(String name, BiFunction<O, Boolean, O> change) {
        settings.put(name, (optimizer, value) -> change.apply(optimizer, flag(value)));
        return this;
    }

    /** Changes a preset by settings such as {@code lr=0.001,beta1=0.9}. */
    O parse(String name, Dialect dialect, String text) {
        O optimizer = dialect == Dialect.KERAS ? keras : torch;
        Set<String> seen = new HashSet<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException(
                        name + ": settings are written setting=value and joined by commas, got \"" + part + "\"");
            }
            Map.Entry<String, BiFunction<O, String, O>> setting =
                    setting(name, part.substring(0, equals).strip());
            if (!seen.add(setting.getKey())) {
                throw new IllegalArgumentException(name + ": " + setting.getKey() + " is set twice");
            }
            try {
                optimizer = setting.getValue()
                        .apply(optimizer, part.substring(equals + 1).strip());
            } catch (IllegalArgumentException bad) {
                throw new IllegalArgumentException(name + ": " + part.strip() + ": " + bad.getMessage(), bad);
            }
        }
        return optimizer;
    }

    private Map.Entry<String, BiFunction<O, String, O>> setting(String name, String written) {
        String plain = NamedSettings.plain(written);
        String meant = OTHER_NAMES.getOrDefault(plain, plain);
        for (Map.Entry<String, BiFunction<O, String, O>> setting : settings.entrySet()) {
            if (NamedSettings.plain(setting.getKey()).equals(NamedSettings.plain(meant))) {
                return setting;
            }
        }
        throw new IllegalArgumentException(name + " has no setting " + written
                + NearestName.of(written, settings.keySet())
                        .map(nearest -> "; did you mean " + nearest + "?")
                        .orElse("")
                + " It has " + String.join(", ", settings.keySet()));
    }

    private static double number(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("\"" + value + "\" is no number", notANumber);
        }
    }

    private static boolean flag(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("\"" + value + "\" is neither true nor false");
        };
    }
}

package org.nnlang.training.optimizer;

import java.util.Map;
import java.util.TreeMap;
import org.nnlang.runtime.text.NamedSettings;
import org.nnlang.runtime.text.NearestName;
import org.nnlang.training.Optimizer;

/** Optimizers by name, for command lines and files of settings. */
public final class Optimizers {
    private static final Map<String, OptimizerKind<?>> KINDS = kinds();

    private Optimizers() {}

    /**
     * Reads an optimizer, such as {@code adam}, {@code adam:lr=0.001,beta1=0.9} or {@code torch.adamw:weight_decay=0.1}.
     *
     * <p>The part before the dot is the dialect, {@code keras} where there is none. Settings are called as the methods
     * {@code with...} or as in the frameworks, with or without underscores; others keep the preset's value.
     *
     * @throws IllegalArgumentException if there is no such optimizer or setting, or a value is none; the message says what
     *     there is
     */
    public static Optimizer parse(String text) {
        int colon = text.indexOf(':');
        String name = (colon < 0 ? text : text.substring(0, colon)).strip();
        String settings = colon < 0 ? "" : text.substring(colon + 1);
        int dot = name.indexOf('.');
        Dialect dialect = dot < 0 ? Dialect.KERAS : dialect(name.substring(0, dot));
        String kind = name.substring(dot + 1);
        OptimizerKind<?> found = KINDS.get(NamedSettings.plain(kind));
        if (found == null) {
            throw new IllegalArgumentException("no optimizer " + kind
                    + NearestName.of(kind, KINDS.keySet())
                            .map(nearest -> "; did you mean " + nearest + "?")
                            .orElse("")
                    + " There are " + String.join(", ", KINDS.keySet()));
        }
        return found.parse(kind, dialect, settings);
    }

    private static Dialect dialect(String name) {
        return switch (name) {
            case "keras" -> Dialect.KERAS;
            case "torch" -> Dialect.TORCH;
            default ->
                throw new IllegalArgumentException(
                        "no dialect " + name + " of optimizers: write keras. or torch. before the name, or nothing");
        };
    }

    private static Map<String, OptimizerKind<?>> kinds() {
        OptimizerKind<Adam> adam = new OptimizerKind<>(Adam.keras(), Adam.torch())
                .number("beta1", Adam::withBeta1)
                .number("beta2", Adam::withBeta2)
                .number("epsilon", Adam::withEpsilon)
                .flag("amsgrad", Adam::withAmsgrad);
        Map<String, OptimizerKind<?>> kinds = new TreeMap<>();
        kinds.put("adam", adam);
        kinds.put("adamw", adam.startingFrom(AdamW.keras(), AdamW.torch()));
        kinds.put("amsgrad", adam.startingFrom(AMSGrad.keras(), AMSGrad.torch()));
        kinds.put(
                "sgd",
                new OptimizerKind<>(SGD.keras(), SGD.torch())
                        .number("momentum", SGD::withMomentum)
                        .number("dampening", SGD::withDampening)
                        .flag("nesterov", SGD::withNesterov));
        kinds.put(
                "adagrad",
                new OptimizerKind<>(Adagrad.keras(), Adagrad.torch())
                        .number("learning_rate_decay", Adagrad::withLearningRateDecay)
                        .number("initial_accumulator", Adagrad::withInitialAccumulator)
                        .number("epsilon", Adagrad::withEpsilon));
        kinds.put(
                "rmsprop",
                new OptimizerKind<>(RMSprop.keras(), RMSprop.torch())
                        .number("rho", RMSprop::withRho)
                        .number("momentum", RMSprop::withMomentum)
                        .number("epsilon", RMSprop::withEpsilon)
                        .flag("centered", RMSprop::withCentered));
        kinds.put(
                "nadam",
                new OptimizerKind<>(Nadam.keras(), Nadam.torch())
                        .number("beta1", Nadam::withBeta1)
                        .number("beta2", Nadam::withBeta2)
                        .number("epsilon", Nadam::withEpsilon)
                        .number("momentum_decay", Nadam::withMomentumDecay));
        kinds.put(
                "adamax",
                new OptimizerKind<>(Adamax.keras(), Adamax.torch())
                        .number("beta1", Adamax::withBeta1)
                        .number("beta2", Adamax::withBeta2)
                        .number("epsilon", Adamax::withEpsilon));
        kinds.put(
                "adadelta",
                new OptimizerKind<>(Adadelta.keras(), Adadelta.torch())
                        .number("rho", Adadelta::withRho)
                        .number("epsilon", Adadelta::withEpsilon));
        return kinds;
    }
}

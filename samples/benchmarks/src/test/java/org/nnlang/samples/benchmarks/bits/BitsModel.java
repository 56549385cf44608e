package org.nnlang.samples.benchmarks.bits;

import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.Parameter;
import org.nnlang.training.Losses;

/** The models of {@code models.nn}, with what they are trained by. */
enum BitsModel {
    /** Small layers, by every optimizer. */
    ODD_WIDTHS(
            OddWidths::create,
            "sgd",
            "sgd:momentum=0.9,nesterov=true",
            "adam",
            "torch.adamw:weight_decay=0.1",
            "amsgrad",
            "nadam",
            "adamax",
            "adagrad",
            "adadelta",
            "rmsprop",
            "rmsprop:momentum=0.5,centered=true"),
    /** Activations of numbers. */
    ACTIVATIONS(Activations::create, "sgd", "adam"),
    /** Activations of rows. */
    ROW_ACTIVATIONS(RowActivations::create, "sgd", "adam"),
    /** Dropout and norms. */
    NORMALIZED(Normalized::create, "sgd", "adam"),
    /** A graph. */
    BRANCHES(Branches::create, "sgd", "adam"),
    /** Other functions. */
    FORMULAS(Formulas::create, "sgd:lr=0.0001", "adam"),
    /** Losses. */
    EVERY_LOSS(EveryLoss::create, "sgd", "adam"),
    /** Layers that threads share; the last, when the kernels are compiled. */
    LARGE_LAYERS(LargeLayers::create, "adam", "sgd:momentum=0.9");

    private static final long SEED = 42;

    // A method reference without state, which its type does not tell.
    @SuppressWarnings("ImmutableEnumChecker")
    private final LongFunction<Model> creator;

    // Never changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> optimizers;

    BitsModel(LongFunction<Model> creator, String... optimizers) {
        this.creator = creator;
        this.optimizers = List.of(optimizers);
    }

    /** Makes it anew, with the same weights every time; also biases, since zeros would hide whether and when they are added. */
    Model create() {
        Model model = creator.apply(SEED);
        Random random = new Random(SEED);
        for (Parameter parameter : model.parameters()) {
            if (parameter.path().endsWith(".bias")) {
                float[] biases = parameter.toArray();
                for (int i = 0; i < biases.length; i++) {
                    biases[i] = random.nextFloat() - 0.5f;
                }
                parameter.set(biases);
            }
        }
        return model;
    }

    /** What trains it, as {@link org.nnlang.training.optimizer.Optimizers#parse} reads it. */
    List<String> optimizers() {
        return optimizers;
    }

    /** What an output is trained by. */
    Loss loss(String output) {
        return Losses.parse(
                this == EVERY_LOSS
                        ? output
                        : switch (output) {
                            case "class_", "kind", "last_softmax" -> "categorical_cross_entropy";
                            case "same" -> "binary_cross_entropy";
                            case "age" -> "mean_absolute_error";
                            case "spread" -> "huber";
                            default -> "mean_squared_error";
                        });
    }
}

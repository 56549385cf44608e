package org.nnlang.command;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.Model;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where a model's weights come from: a file, or a seed; one of both must be said. */
final class WeightArguments {
    @ArgGroup(multiplicity = "1")
    private Choice choice = new Choice();

    /** Either of them. */
    static final class Choice {
        @Option(names = "--weights", paramLabel = "FILE", description = "Weights: safetensors or npz.")
        private @Nullable Path weights;

        @Option(names = "--seed", paramLabel = "N", description = "Fresh weights of this seed.")
        private @Nullable Long seed;
    }

    /** The model with these weights. */
    Model load(ModelArguments arguments) throws IOException {
        return arguments.load(choice.weights, choice.seed);
    }

    /** As people call them. */
    String describe() {
        return choice.weights != null ? choice.weights.toString() : "random, seed " + choice.seed;
    }
}

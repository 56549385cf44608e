package org.nnlang.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.runtime.Model;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The model that a subcommand works on: the file, the name, and where its weights come from. */
final class ModelArguments {
    @Mixin
    private SourceArguments sources;

    @Parameters(paramLabel = "FILE", description = "The .nn file.")
    private Path file;

    @Option(
            names = "--model",
            paramLabel = "M",
            description = "The model; may be left out where the file declares only one.")
    private @Nullable String name;

    SourceArguments sources() {
        return sources;
    }

    /** The file, as it was written. */
    Path file() {
        return file;
    }

    /** Compiles and loads the model, with fresh weights or those of a file. */
    Model load(@Nullable Path weights, @Nullable Long seed) throws IOException {
        CompilationResult result = sources.compile(List.of(file), false);
        CheckedModel checked = CompiledModels.require(result, name);
        Model model = CompiledModels.create(result, checked, seed == null ? 0 : seed);
        if (weights != null) {
            model.parameters().load(weights);
        }
        return model;
    }

    /** Compiles and loads the model with its gradients, with fresh weights. */
    TrainableModel loadTrainable(long seed) throws IOException {
        CompilationResult result = sources.compile(List.of(file), true);
        return CompiledModels.createTrainable(result, CompiledModels.require(result, name), seed);
    }
}

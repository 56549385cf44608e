package org.nnlang.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.Stage;
import org.nnlang.compiler.diagnostic.Diagnostics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a stage of the compiler made. */
@Command(
        name = "print",
        mixinStandardHelpOptions = true,
        description = "Prints what a stage of the compiler makes of a file.",
        footer = {"", "Example:", "  nn print digits.nn --stage graph"})
final class PrintCommand implements Callable<Integer> {
    @Mixin
    private SourceArguments sources;

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file;

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            required = true,
            description =
                    "One of: ast (what was written), model (what it means), graph (what is computed), gradient (the same with its derivatives), plan (in which memory), java.")
    private Stage stage;

    @Option(names = "--model", paramLabel = "M", description = "Only this model.")
    private @Nullable String model;

    @Override
    public Integer call() throws IOException {
        CompilationResult result = sources.compile(List.of(file));
        if (model != null) {
            CompiledModels.require(result, model);
        }
        sources.out().print(NnCompiler.print(sources.request(List.of(file), new Diagnostics()), stage, model));
        sources.out().flush();
        return 0;
    }
}

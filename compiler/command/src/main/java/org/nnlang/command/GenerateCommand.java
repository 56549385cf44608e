package org.nnlang.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.build.SafeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the Java classes of models. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "Writes the Java class of every model; only files that change are touched.",
        footer = {"", "Example:", "  nn generate src/main/nn -o target/generated-sources/nn"})
final class GenerateCommand implements Callable<Integer> {
    @Mixin
    private SourceArguments sources;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files, or folders whose structure gives the packages.")
    private List<Path> files;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            required = true,
            description = "Where the Java files go.")
    private Path output;

    @Override
    public Integer call() throws IOException {
        for (CompilationResult.JavaFile file : sources.compile(files).files()) {
            Path path = output.resolve(file.path());
            boolean written = SafeFile.writeIfChanged(path, file.text());
            sources.out().println((written ? "wrote " : "unchanged ") + path);
        }
        return 0;
    }
}

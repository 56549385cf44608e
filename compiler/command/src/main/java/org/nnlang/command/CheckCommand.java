package org.nnlang.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.diagnostic.JsonFormatter;
import org.nnlang.compiler.diagnostic.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks files and says what is wrong with them. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks .nn files, or all of a folder, and writes nothing.",
        footer = {"", "Example:", "  nn check src/main/nn"})
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private SourceArguments sources;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files, or folders whose structure gives the packages.")
    private List<Path> files;

    @Option(names = "--json", description = "Print the diagnostics to standard output, one JSON object a line.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Diagnostics unreadable = new Diagnostics();
        CompilationRequest request = sources.request(files, unreadable);
        List<Diagnostic> diagnostics = new ArrayList<>(unreadable.all());
        diagnostics.addAll(NnCompiler.compile(request).diagnostics());
        long errors = diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .count();
        if (json) {
            sources.out().print(JsonFormatter.formatAll(diagnostics));
            sources.out().flush();
        } else {
            sources.show(diagnostics);
            sources.err().println(summary(request.sources().size(), errors));
        }
        return errors > 0 ? 1 : 0;
    }

    private static String summary(int files, long errors) {
        String checked = "checked " + files + (files == 1 ? " file: " : " files: ");
        return checked + (errors == 0 ? "no errors" : errors == 1 ? "1 error" : errors + " errors");
    }
}

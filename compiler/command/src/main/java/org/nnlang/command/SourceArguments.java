package org.nnlang.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.CompilationResult;
import org.nnlang.compiler.NnCompiler;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.DiagnosticFormatter;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.library.SourceFiles;
import org.nnlang.compiler.source.SourceFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The `.nn` files that a subcommand works on, where their imports are found, and how diagnostics are shown. */
final class SourceArguments {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = {"-L", "--library"},
            paramLabel = "PATH",
            description = "A folder or jar in which imports are looked up; may be given several times.")
    private List<Path> libraries = new ArrayList<>();

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Colours in diagnostics: auto, always or never. NO_COLOR is honoured.")
    private Color color = Color.AUTO;

    private enum Color {
        AUTO,
        ALWAYS,
        NEVER
    }

    /** The request for these files; what cannot be read is added to the diagnostics. */
    CompilationRequest request(List<Path> files, Diagnostics unreadable) throws IOException {
        return request(files, unreadable, true);
    }

    private CompilationRequest request(List<Path> files, Diagnostics unreadable, boolean training) throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                for (Path inside : sourcesIn(file)) {
                    add(inside, file.relativize(inside).toString().replace('\\', '/'), sources, unreadable);
                }
            } else {
                add(file, String.valueOf(file.getFileName()), sources, unreadable);
            }
        }
        return new CompilationRequest(sources, libraries, training);
    }

    private static List<Path> sourcesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".nn") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
            if (sources.isEmpty()) {
                throw new Failure("there is no .nn file in " + folder);
            }
            return sources;
        }
    }

    private static void add(Path file, String name, List<SourceFile> sources, Diagnostics unreadable) {
        SourceFile source = SourceFiles.read(file, name, unreadable);
        if (source != null) {
            sources.add(source);
        }
    }

    /** Compiles the files; prints what the compiler says and fails if there are errors. */
    CompilationResult compile(List<Path> files) throws IOException {
        return compile(files, true);
    }

    /**
     * Compiles the files likewise.
     *
     * @param training whether gradients and losses are generated too
     */
    CompilationResult compile(List<Path> files, boolean training) throws IOException {
        Diagnostics unreadable = new Diagnostics();
        CompilationRequest request = request(files, unreadable, training);
        CompilationResult result = NnCompiler.compile(request);
        List<Diagnostic> diagnostics = new ArrayList<>(unreadable.all());
        diagnostics.addAll(result.diagnostics());
        show(diagnostics);
        if (result.failed() || unreadable.hasErrors()) {
            throw Failure.reported();
        }
        return result;
    }

    /** Prints diagnostics to standard error. */
    void show(List<Diagnostic> diagnostics) {
        PrintWriter err = command.commandLine().getErr();
        err.print(DiagnosticFormatter.formatAll(diagnostics, colored()));
        err.flush();
    }

    private boolean colored() {
        return switch (color) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> Terminal.isColored();
        };
    }

    /** Where results go. */
    PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** Where everything else goes. */
    PrintWriter err() {
        return command.commandLine().getErr();
    }
}

package org.nnlang.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.CompilationRequest;
import org.nnlang.compiler.ast.Declaration;
import org.nnlang.compiler.ast.FunctionDeclaration;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.diagnostic.DidYouMean;
import org.nnlang.compiler.diagnostic.Explanations;
import org.nnlang.compiler.explain.FunctionExplanation;
import org.nnlang.compiler.explain.LossExplanation;
import org.nnlang.compiler.library.FileScope;
import org.nnlang.compiler.library.LibraryPath;
import org.nnlang.compiler.library.Linker;
import org.nnlang.compiler.library.StandardLibrary;
import org.nnlang.compiler.library.Symbol;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells more about a diagnostic, or about a name of the standard library or of a file. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Tells more about the code of an error, or about a name of the standard library or of a file.",
            "Of a function it prints the formula, its derivative and some values; of a loss the steps of its gradient."
        },
        footer = {"", "Examples:", "  nn explain N301", "  nn explain swish", "  nn explain my_loss --file model.nn"})
final class ExplainCommand implements Callable<Integer> {
    private static final String OF_ROWS =
            "A function of whole rows: the compiler derives it where a network uses it; `nn print FILE.nn --stage gradient` shows how.";

    @Mixin
    private SourceArguments sources;

    @Parameters(paramLabel = "CODE|NAME", description = "A code such as N301, or a name such as Dense.")
    private String subject;

    @Option(
            names = "--file",
            paramLabel = "FILE.nn",
            description = "Explain what the name means in this file, rather than in the standard library.")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = sources.out();
        Optional<String> explanation = file == null ? Explanations.of(subject) : Optional.empty();
        if (explanation.isPresent()) {
            out.println(explanation.get().stripTrailing());
            return 0;
        }
        List<String> names = new ArrayList<>();
        List<Symbol> found = file == null ? inLibrary(names) : inFile(file, names);
        if (found.isEmpty()) {
            String hint = DidYouMean.nearest(subject, names)
                    .map(name -> "; did you mean " + name + "?")
                    .orElse("");
            throw new Failure((file == null
                            ? "there is no code and no name of the standard library " + subject
                            : file + " knows no name " + subject)
                    + hint);
        }
        boolean first = true;
        for (Symbol symbol : found) {
            out.print(first ? "" : "\n");
            first = false;
            print(symbol, out);
        }
        return 0;
    }

    private List<Symbol> inLibrary(List<String> names) {
        List<Symbol> found = new ArrayList<>();
        for (FileScope scope : link(new CompilationRequest(StandardLibrary.files(), List.of()))) {
            for (Symbol symbol : scope.declared()) {
                names.add(symbol.name());
                if (symbol.name().equals(subject)) {
                    found.add(symbol);
                }
            }
        }
        return found;
    }

    private List<Symbol> inFile(Path path, List<String> names) throws IOException {
        sources.compile(List.of(path), false);
        List<Symbol> found = new ArrayList<>();
        for (FileScope scope : link(sources.request(List.of(path), new Diagnostics()))) {
            names.addAll(scope.names());
            Symbol symbol = scope.lookup(subject);
            if (symbol != null) {
                found.add(symbol);
            }
        }
        return found;
    }

    private static List<FileScope> link(CompilationRequest request) {
        return new Linker(new Diagnostics(), new LibraryPath(request.libraries())).link(request.sources());
    }

    private static void print(Symbol symbol, PrintWriter out) {
        Declaration declaration = symbol.declaration();
        String packageName = symbol.file().packageName();
        out.println("// " + (packageName.isEmpty() ? "" : packageName + ", ")
                + declaration.span().file().name() + ":"
                + declaration.name().span().position().line());
        declaration.documentation().lines().forEach(line -> out.println(("/// " + line).stripTrailing()));
        out.println(declaration.span().text());
        if (declaration instanceof FunctionDeclaration function) {
            Optional<String> more = function.kind() == FunctionDeclaration.Kind.LOSS
                    ? LossExplanation.of(symbol)
                    : FunctionExplanation.of(symbol);
            out.println("\n" + more.orElse(OF_ROWS));
        }
    }
}

package org.nnlang.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nnlang.compiler.ast.CompilationUnit;
import org.nnlang.compiler.ast.Declaration;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.diagnostic.DidYouMean;
import org.nnlang.compiler.diagnostic.Explanations;
import org.nnlang.compiler.library.StandardLibrary;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.syntax.NnParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells more about a diagnostic, or about a name of the standard library. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Tells more about the code of an error, or about a name of the standard library.",
        footer = {"", "Examples:", "  nn explain N301", "  nn explain swish"})
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "CODE|NAME", description = "A code such as N301, or a name such as Dense.")
    private String subject;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        Optional<String> explanation = Explanations.of(subject);
        if (explanation.isPresent()) {
            out.println(explanation.get().stripTrailing());
            return 0;
        }
        List<String> names = new ArrayList<>();
        boolean found = false;
        for (SourceFile file : StandardLibrary.files()) {
            CompilationUnit unit = NnParser.parse(file, new Diagnostics());
            for (Declaration declaration : unit.declarations()) {
                names.add(declaration.name().text());
                if (declaration.name().text().equals(subject)) {
                    out.println((found ? "\n" : "") + "// " + unit.packageName());
                    declaration.documentation().lines().forEach(line -> out.println("/// " + line));
                    out.println(declaration.span().text());
                    found = true;
                }
            }
        }
        if (!found) {
            String hint = DidYouMean.nearest(subject, names)
                    .map(name -> "; did you mean " + name + "?")
                    .orElse("");
            throw new Failure("there is no code and no name of the standard library " + subject + hint);
        }
        return 0;
    }
}

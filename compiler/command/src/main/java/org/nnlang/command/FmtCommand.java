package org.nnlang.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.nnlang.compiler.ast.AstPrinter;
import org.nnlang.compiler.ast.CompilationUnit;
import org.nnlang.compiler.build.SafeFile;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.library.SourceFiles;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.syntax.NnParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Formats files in the one canonical layout. */
@Command(
        name = "fmt",
        mixinStandardHelpOptions = true,
        description = "Formats .nn files in place; a file with a syntax error is left as it is.",
        footer = {"", "Example:", "  nn fmt --check src/main/nn/digits.nn"})
final class FmtCommand implements Callable<Integer> {
    @Mixin
    private SourceArguments sources;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files.")
    private List<Path> files;

    @Option(names = "--check", description = "Write nothing; exit with 1 if a file is not formatted.")
    private boolean check;

    @Override
    public Integer call() throws IOException {
        boolean failed = false;
        for (Path file : files) {
            Diagnostics diagnostics = new Diagnostics();
            SourceFile source = SourceFiles.read(file, String.valueOf(file.getFileName()), diagnostics);
            CompilationUnit unit = source == null ? null : NnParser.parse(source, diagnostics);
            if (source == null || unit == null || diagnostics.hasErrors()) {
                sources.show(diagnostics.all());
                failed = true;
                continue;
            }
            String formatted = AstPrinter.print(unit);
            if (!formatted.equals(source.text())) {
                failed |= check;
                if (!check) {
                    SafeFile.write(file, formatted);
                }
                sources.out().println((check ? "not formatted: " : "formatted ") + file);
            }
        }
        return failed ? 1 : 0;
    }
}

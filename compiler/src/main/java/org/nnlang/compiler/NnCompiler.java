package org.nnlang.compiler;

import java.util.List;
import org.nnlang.compiler.check.Checker;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.library.FileScope;
import org.nnlang.compiler.library.LibraryPath;
import org.nnlang.compiler.library.Linker;
import org.nnlang.compiler.model.CheckedModel;

/**
 * The compiler, one line a stage.
 *
 * <p>text (source) to tokens and parse tree to AST (syntax) to checked model (library, check) to graph (graph, pass) to memory
 * plan (memory) to Java source (java).
 */
public final class NnCompiler {
    private NnCompiler() {}

    /** Compiles every file of a request; never throws on bad input. */
    public static CompilationResult compile(CompilationRequest request) {
        Diagnostics diagnostics = new Diagnostics();
        List<FileScope> files = new Linker(diagnostics, new LibraryPath(request.libraries())).link(request.sources());
        List<CheckedModel> models = Checker.check(files, diagnostics);
        return new CompilationResult(diagnostics.all(), models, List.of());
    }
}

package org.nnlang.compiler;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
        return new CompilationResult(List.of(), List.of(), List.of());
    }

    /**
     * Prints one stage of a compilation as stable text.
     *
     * @param model the name of the model to print, or null for all of the request's files
     */
    public static String print(CompilationRequest request, Stage stage, @Nullable String model) {
        return "";
    }
}

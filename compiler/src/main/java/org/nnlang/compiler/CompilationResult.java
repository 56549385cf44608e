package org.nnlang.compiler;

import java.util.List;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Severity;
import org.nnlang.compiler.model.CheckedLoss;
import org.nnlang.compiler.model.CheckedModel;

/**
 * What came of a compilation.
 *
 * @param diagnostics everything that was found, by file and in source order
 * @param models the checked models in the order of the sources; empty if there were errors
 * @param losses the losses that have a Java file, in the order of the sources; empty if there were errors
 * @param files the Java files: each model's, followed by that of its gradients if they were asked for, then one a loss; empty if
 *     there were errors
 */
public record CompilationResult(
        List<Diagnostic> diagnostics, List<CheckedModel> models, List<CheckedLoss> losses, List<JavaFile> files) {
    /**
     * A generated file.
     *
     * @param path its path below the folder of generated sources, with forward slashes
     * @param source the name of the `.nn` file that it comes from
     */
    public record JavaFile(String path, String text, String source) {}

    public CompilationResult {
        diagnostics = List.copyOf(diagnostics);
        models = List.copyOf(models);
        losses = List.copyOf(losses);
        files = List.copyOf(files);
    }

    /** Whether there were errors. */
    public boolean failed() {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }
}

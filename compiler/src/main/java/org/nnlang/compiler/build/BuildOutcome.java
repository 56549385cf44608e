package org.nnlang.compiler.build;

import java.util.List;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Severity;

/**
 * What a build did.
 *
 * @param upToDate whether nothing had changed, so that nothing was done
 * @param diagnostics what the compiler said; where there are errors, no file was touched
 * @param written the files that were written, relative to the output folder
 * @param deleted the files of an earlier build that are gone
 */
public record BuildOutcome(boolean upToDate, List<Diagnostic> diagnostics, List<String> written, List<String> deleted) {
    public BuildOutcome {
        diagnostics = List.copyOf(diagnostics);
        written = List.copyOf(written);
        deleted = List.copyOf(deleted);
    }

    /** The number of errors. */
    public long errors() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
                .count();
    }

    /** The number of warnings. */
    public long warnings() {
        return diagnostics.size() - errors();
    }
}

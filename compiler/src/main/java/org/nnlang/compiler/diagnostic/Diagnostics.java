package org.nnlang.compiler.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What one compilation found, collected so that every independent error is reported at once. */
public final class Diagnostics {
    private final List<Diagnostic> reported = new ArrayList<>();

    /** Adds one, unless the same was said of the same place before (a layer is checked at each of its uses). */
    public void report(Diagnostic diagnostic) {
        boolean known = reported.stream()
                .anyMatch(other -> other.code() == diagnostic.code()
                        && other.span().equals(diagnostic.span())
                        && other.message().equals(diagnostic.message()));
        if (!known) {
            reported.add(diagnostic);
        }
    }

    /** Whether any of them stops the compilation. */
    public boolean hasErrors() {
        return reported.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /** All of them: by file, in source order. */
    public List<Diagnostic> all() {
        return reported.stream()
                .sorted(Comparator.comparing((Diagnostic diagnostic) ->
                                diagnostic.span().file().name())
                        .thenComparing(diagnostic -> diagnostic.span().start()))
                .toList();
    }
}

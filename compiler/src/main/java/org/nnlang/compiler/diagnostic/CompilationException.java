package org.nnlang.compiler.diagnostic;

/**
 * Leaves the statement in which an error was found.
 *
 * <p>Thrown by the rules and caught once a statement, so that at most one error a statement is reported and nothing
 * cascades. It carries no stack trace: it is control flow, not a failure.
 */
public final class CompilationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    /** Wraps what is to be reported. */
    public CompilationException(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    /** What is to be reported. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }
}

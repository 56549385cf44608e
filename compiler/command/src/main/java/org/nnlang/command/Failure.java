package org.nnlang.command;

/** What went wrong, as a line for the user; nothing more to say where diagnostics were printed already. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failure(String message) {
        super(message, null, false, false);
    }

    /** A failure whose reasons were printed. */
    static Failure reported() {
        return new Failure("");
    }
}

package org.nnlang.compiler.diagnostic;

/** Temp. */
public final class DiagnosticFormatter {
    private DiagnosticFormatter() {}

    /** Temp. */
    public static String format(Diagnostic diagnostic, boolean color) {
        return diagnostic.code().id() + diagnostic.span() + diagnostic.message() + color;
    }
}

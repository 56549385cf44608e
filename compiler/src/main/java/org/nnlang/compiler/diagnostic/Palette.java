package org.nnlang.compiler.diagnostic;

/** The colours of diagnostics: ANSI escapes, or none. */
enum Palette {
    PLAIN,
    COLORED;

    private static final String RESET = "\033[0m";
    private static final String BOLD = "\033[1m";
    private static final String RED = "\033[1;31m";
    private static final String YELLOW = "\033[1;33m";
    private static final String BLUE = "\033[1;34m";

    /** Red for errors, yellow for warnings. */
    String severity(String text, Severity severity) {
        return paint(severity == Severity.ERROR ? RED : YELLOW, text);
    }

    /** The message. */
    String bold(String text) {
        return paint(BOLD, text);
    }

    /** Line numbers, bars and arrows. */
    String frame(String text) {
        return paint(BLUE, text);
    }

    /** An underline with its label. */
    String mark(String text, boolean primary, Severity severity) {
        return primary ? severity(text, severity) : frame(text);
    }

    private String paint(String escape, String text) {
        return this == PLAIN || text.isBlank() ? text : escape + text + RESET;
    }
}

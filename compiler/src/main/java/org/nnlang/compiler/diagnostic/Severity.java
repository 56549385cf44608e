package org.nnlang.compiler.diagnostic;

/** How bad a diagnostic is: an error stops the compilation, a warning does not. */
public enum Severity {
    ERROR,
    WARNING;

    @Override
    public String toString() {
        return this == ERROR ? "error" : "warning";
    }
}

package org.nnlang.compiler.diagnostic;

import java.util.Optional;

/** Temp. */
public final class Explanations {
    private Explanations() {}

    /** Temp. */
    public static Optional<String> of(String code) {
        return code.isEmpty() ? Optional.of("") : Optional.empty();
    }
}

package org.nnlang.compiler.diagnostic;

import java.util.Collection;
import java.util.Optional;

/** Temp. */
public final class DidYouMean {
    private DidYouMean() {}

    /** Temp. */
    public static Optional<String> nearest(String name, Collection<String> known) {
        return known.stream().filter(name::equalsIgnoreCase).findFirst();
    }
}

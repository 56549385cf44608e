package org.nnlang.compiler.diagnostic;

import org.nnlang.compiler.source.Span;

/**
 * A place that a diagnostic underlines.
 *
 * @param label what stands beside the underline; may be empty
 * @param primary whether it is the place to blame, underlined by {@code ^}
 */
record Mark(Span span, String label, boolean primary) {
    /** What underlines it. */
    char underline() {
        return primary ? '^' : '-';
    }
}

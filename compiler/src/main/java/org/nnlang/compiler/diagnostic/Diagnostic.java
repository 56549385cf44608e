package org.nnlang.compiler.diagnostic;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.compiler.source.Span;

/**
 * One thing that the compiler has to say about a file: what, where, why, and what to do.
 *
 * @param code the stable code, which `nn explain` tells more about
 * @param message what is wrong, in one line without a full stop
 * @param span the place that is to blame
 * @param label what stands there, shown beside the underline; may be empty
 * @param related other places that explain it, in the order in which they were added
 * @param help what to do, one line each
 */
public record Diagnostic(Code code, String message, Span span, String label, List<Label> related, List<String> help) {

    /** A place that explains a diagnostic. */
    public record Label(Span span, String text) {}

    public Diagnostic {
        related = List.copyOf(related);
        help = List.copyOf(help);
    }

    /** A diagnostic with its blamed place only. */
    public static Diagnostic of(Code code, Span span, String message, String label) {
        return new Diagnostic(code, message, span, label, List.of(), List.of());
    }

    /** The same with one more place that explains it. */
    public Diagnostic because(Span place, String text) {
        List<Label> more = new ArrayList<>(related);
        more.add(new Label(place, text));
        return new Diagnostic(code, message, span, label, more, help);
    }

    /** The same with one more line of help. */
    public Diagnostic help(String text) {
        List<String> more = new ArrayList<>(help);
        more.add(text);
        return new Diagnostic(code, message, span, label, related, more);
    }

    /** Whether it stops the compilation. */
    public Severity severity() {
        return code.severity();
    }
}

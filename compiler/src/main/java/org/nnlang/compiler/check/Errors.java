package org.nnlang.compiler.check;

import java.util.Collection;
import java.util.Optional;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.CompilationException;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.DidYouMean;
import org.nnlang.compiler.source.Span;

/** The wording of errors that more than one rule reports. */
final class Errors {
    private Errors() {}

    static CompilationException of(Code code, Span span, String message, String label) {
        return new CompilationException(Diagnostic.of(code, span, message, label));
    }

    static CompilationException of(Code code, Span span, String message, String label, String help) {
        return new CompilationException(
                Diagnostic.of(code, span, message, label).help(help));
    }

    static Diagnostic unknownName(String name, Span span, Collection<String> known) {
        return unknownName(Character.isUpperCase(name.codePointAt(0)) ? "layer or model" : "name", name, span, known);
    }

    /** An unknown name of a kind that its place tells. */
    static Diagnostic unknownName(String kind, String name, Span span, Collection<String> known) {
        Diagnostic diagnostic = Diagnostic.of(
                Code.UNKNOWN_NAME, span, "unknown " + kind + " `" + name + "`", "not found in this scope");
        Optional<String> nearest = DidYouMean.nearest(name, known);
        return nearest.isPresent() ? diagnostic.help("did you mean `" + nearest.get() + "`?") : diagnostic;
    }

    static CompilationException wrongKind(Span span, String expected, Meaning found) {
        return of(
                Code.WRONG_KIND,
                span,
                "expected " + expected + ", found " + found.description(),
                "this is " + found.description());
    }
}

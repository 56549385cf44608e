package org.nnlang.compiler.check;

import org.nnlang.compiler.diagnostic.CompilationException;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.library.StandardLibrary;
import org.nnlang.compiler.library.Symbol;
import org.nnlang.compiler.source.Span;

/**
 * Whose line an error is shown at.
 *
 * <p>What goes wrong inside the standard library is the caller's error: authors cannot change the library, and should not have to
 * read it. What goes wrong inside the author's own declaration is shown there, with the call that led to it.
 */
final class Blame {
    private Blame() {}

    static CompilationException caller(CompilationException error, Symbol callee, Span call) {
        Diagnostic found = error.diagnostic();
        boolean inside = found.span().file() == callee.file().unit().file();
        boolean ownName = call.equals(callee.declaration().name().span());
        boolean unseen = StandardLibrary.contains(call.file());
        if (!inside || ownName || found.span().equals(call) || (unseen && !callee.inStandardLibrary())) {
            return error;
        }
        if (!callee.inStandardLibrary()) {
            return found.span().file() == call.file() && contains(call, found.span())
                    ? error
                    : new CompilationException(found.because(call, "in this use of `" + callee.name() + "`"));
        }
        Diagnostic moved = new Diagnostic(
                found.code(),
                found.message(),
                call,
                "in this use of `" + callee.name() + "`",
                found.related().stream()
                        .filter(label -> label.span().file() == call.file())
                        .toList(),
                found.help());
        return new CompilationException(moved);
    }

    private static boolean contains(Span outer, Span inner) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }
}

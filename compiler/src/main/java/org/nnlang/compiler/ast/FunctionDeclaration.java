package org.nnlang.compiler.ast;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.source.Span;

/**
 * An {@code activation}, {@code loss} or {@code function}: pure mathematics.
 *
 * @param body the expression after {@code =}, or null for a primitive of the standard library
 */
public record FunctionDeclaration(
        String documentation,
        Kind kind,
        Identifier name,
        List<Parameter> parameters,
        @Nullable Expression body,
        Span span)
        implements Declaration {

    /** What the author meant it for; all three are functions. */
    public enum Kind {
        ACTIVATION,
        LOSS,
        FUNCTION;

        /** The keyword. */
        public String keyword() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public FunctionDeclaration {
        parameters = List.copyOf(parameters);
    }
}

package org.nnlang.compiler.ast;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.source.Span;

/**
 * A {@code model} or a {@code layer}: something with weights.
 *
 * <p>It has a block of statements, or an expression after {@code =}, or (a primitive of the standard library) neither.
 *
 * @param statements the statements between the braces, or null where there are no braces
 * @param expression the expression after {@code =}, or null where there is none
 */
public record ComponentDeclaration(
        String documentation,
        Kind kind,
        Identifier name,
        List<Parameter> parameters,
        @Nullable List<Statement> statements,
        @Nullable Expression expression,
        Span span)
        implements Declaration {

    /** Whether a Java class comes of it. */
    public enum Kind {
        MODEL,
        LAYER;

        /** The keyword. */
        public String keyword() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ComponentDeclaration {
        parameters = List.copyOf(parameters);
        statements = statements == null ? null : List.copyOf(statements);
    }
}

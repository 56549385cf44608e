package org.nnlang.compiler.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.source.Span;

/**
 * An {@code initializer}: how a weight begins.
 *
 * @param body the expression after {@code =}, or null for a primitive of the standard library
 */
public record InitializerDeclaration(
        String documentation,
        Identifier name,
        List<Parameter> parameters,
        @Nullable Expression body,
        Span span) implements Declaration {
    public InitializerDeclaration {
        parameters = List.copyOf(parameters);
    }
}

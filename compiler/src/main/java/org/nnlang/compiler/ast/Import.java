package org.nnlang.compiler.ast;

import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.source.Span;

/**
 * {@code import name} or {@code import name as alias}.
 *
 * @param alias how this file calls it, or null for the last part of the name
 */
public record Import(QualifiedName name, @Nullable Identifier alias, Span span) implements Node {
    /** How this file calls what is imported. */
    public Identifier localName() {
        return alias == null ? name.last() : alias;
    }
}

package org.nnlang.compiler.ast;

import java.util.List;
import java.util.stream.Collectors;
import org.nnlang.compiler.source.Span;

/** A dotted name, such as {@code com.acme.vision}. */
public record QualifiedName(List<Identifier> parts, Span span) implements Node {
    public QualifiedName {
        parts = List.copyOf(parts);
    }

    /** The last part. */
    public Identifier last() {
        return parts.get(parts.size() - 1);
    }

    @Override
    public String toString() {
        return parts.stream().map(Identifier::text).collect(Collectors.joining("."));
    }
}

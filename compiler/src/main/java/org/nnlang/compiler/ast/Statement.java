package org.nnlang.compiler.ast;

import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.source.Span;

/** A statement in the block of a component; each begins with its keyword. */
public sealed interface Statement extends Node {
    /** {@code input name: shape}; the documentation is the text of its `///` lines, or empty. */
    record Input(String documentation, Identifier name, ShapeNode shape, Span span) implements Statement {}

    /**
     * {@code output name: shape = value}.
     *
     * @param shape the shape that the author expects, or null
     */
    record Output(
            String documentation, Identifier name, @Nullable ShapeNode shape, Expression value, Span span)
            implements Statement {}

    /** {@code param name: shape = initializer}, or {@code state ...}: not trained by gradients. */
    record Weight(
            String documentation,
            boolean trainable,
            Identifier name,
            ShapeNode shape,
            Expression initializer,
            Span span)
            implements Statement {}

    /** {@code let name = value}. */
    record Let(String documentation, Identifier name, Expression value, Span span) implements Statement {}

    /**
     * {@code require condition, "text {value}"}.
     *
     * @param message the text with its placeholders, without quotes and escapes
     */
    record Require(Expression condition, Expression.StringLiteral message, Span span) implements Statement {}
}

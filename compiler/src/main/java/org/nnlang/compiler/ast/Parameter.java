package org.nnlang.compiler.ast;

import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.source.Span;

/**
 * A parameter of a declaration: {@code x}, {@code x: [n]} or {@code slope = 0.01}.
 *
 * @param shape the shape of a function's row, or null
 * @param defaultValue what it is where a call does not say, or null
 */
public record Parameter(
        Identifier name,
        @Nullable ShapeNode shape,
        @Nullable Expression defaultValue,
        Span span) implements Node {}

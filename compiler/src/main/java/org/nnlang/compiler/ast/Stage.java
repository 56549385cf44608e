package org.nnlang.compiler.ast;

import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.source.Span;

/**
 * A stage of a pipe.
 *
 * @param label what fixes the path of its weights, or null
 */
public record Stage(@Nullable Identifier label, Expression value, Span span) implements Node {}

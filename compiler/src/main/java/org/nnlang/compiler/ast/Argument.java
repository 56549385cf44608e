package org.nnlang.compiler.ast;

import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.source.Span;

/**
 * An argument of a call.
 *
 * @param name the parameter that it is for, or null where the position says it
 */
public record Argument(@Nullable Identifier name, Expression value, Span span) implements Node {}

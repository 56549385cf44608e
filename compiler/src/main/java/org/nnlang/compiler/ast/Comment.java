package org.nnlang.compiler.ast;

import org.nnlang.compiler.source.Span;

/**
 * A comment that documents nothing: {@code // ...} or between {@code /*} and its end.
 *
 * @param text the comment with its marks
 */
public record Comment(String text, Span span) {}

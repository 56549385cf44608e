package org.nnlang.compiler.ast;

import org.nnlang.compiler.source.Span;

/**
 * A name as it was written, without backticks.
 *
 * @param text the name
 */
public record Identifier(String text, Span span) implements Node {
    @Override
    public String toString() {
        return text;
    }
}

package org.nnlang.compiler.model;

import org.nnlang.compiler.source.Span;

/**
 * A trainable parameter, or a state that training updates.
 *
 * @param path the dotted path that files use, such as {@code hidden1.weight}
 * @param name its name within its layer, such as {@code weight}
 * @param trainable whether gradients reach it
 */
public record Weight(
        String path,
        String name,
        Shape shape,
        boolean trainable,
        InitialValue initialValue,
        String documentation,
        Span span) {
    @Override
    public String toString() {
        return path + ": " + shape;
    }
}

package org.nnlang.compiler.model;

import org.nnlang.compiler.source.Span;

/**
 * A tensor that exists while the network runs: an input, or the result of a step.
 *
 * <p>Identity is what counts: two values of equal shape are two values.
 */
public final class Value {
    private final String name;
    private final Shape shape;
    private final Span span;

    /**
     * Makes a value.
     *
     * @param name what people call it: the name of the input, the binding, or the layer that it comes from
     * @param span where it comes from
     */
    public Value(String name, Shape shape, Span span) {
        this.name = name;
        this.shape = shape;
        this.span = span;
    }

    /** What people call it. */
    public String name() {
        return name;
    }

    /** Its shape, for one example. */
    public Shape shape() {
        return shape;
    }

    /** Where it comes from. */
    public Span span() {
        return span;
    }

    @Override
    public String toString() {
        return name + ": " + shape;
    }
}

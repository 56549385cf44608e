package org.nnlang.compiler.ast;

import java.util.List;
import org.nnlang.compiler.source.Span;

/**
 * A shape between brackets, such as {@code [units, n]}.
 *
 * @param dimensions the dimensions in order
 */
public record ShapeNode(List<Dimension> dimensions, Span span) implements Node {
    /**
     * One dimension: an expression, or with three dots after a name ({@code [dims...]}) any number of them.
     *
     * @param rest whether it stands for any number of dimensions; the expression is then a {@link Expression.Reference}
     */
    public record Dimension(Expression expression, boolean rest) {}

    public ShapeNode {
        dimensions = List.copyOf(dimensions);
    }
}

package org.nnlang.compiler.graph;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.compiler.model.Shape;

/** A lowered term: a constant, or a node whose shape is the term's with the outer dimensions before it, or without them. */
sealed interface Lowered {
    record Constant(double value) implements Lowered {}

    /**
     * A node.
     *
     * @param shape the term's own shape
     * @param outer whether the node's shape has the outer dimensions
     */
    record Tensor(Node node, Shape shape, boolean outer) implements Lowered {}

    /** The sizes of one shape before those of another. */
    static Shape concatenated(Shape outer, Shape inner) {
        List<Integer> sizes = new ArrayList<>(outer.sizes());
        sizes.addAll(inner.sizes());
        return new Shape(sizes);
    }

    /** What a shape has before a suffix. */
    static Shape prefix(Shape whole, Shape suffix) {
        return new Shape(whole.sizes().subList(0, whole.rank() - suffix.rank()));
    }
}

package org.nnlang.compiler.graph;

import java.util.List;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.source.Span;

/** One computation of a graph; two nodes are never the same, however alike. */
public final class Node {
    private final String name;
    private final Op op;
    private final List<Node> inputs;
    private final Shape shape;
    private final Origin origin;

    /**
     * Where a node comes from.
     *
     * @param path the layer that it is a part of, or the step that it is; empty for the model itself
     * @param function the function of a row that it is a part of, such as {@code softmax}; empty for none
     * @param span where the layer or the step is written
     * @param backward whether it is of the gradients rather than of what is written
     */
    public record Origin(String path, String function, Span span, boolean backward) {
        /** The origin of something that is written. */
        public Origin(String path, String function, Span span) {
            this(path, function, span, false);
        }

        /** The same place inside a function; the outermost one counts. */
        Origin inside(String name) {
            return function.isEmpty() ? new Origin(path, name, span) : this;
        }

        /** The same place, of the gradients. */
        public Origin backwards() {
            return new Origin(path, function, span, true);
        }
    }

    /**
     * Makes a node.
     *
     * @param name unique in its graph
     * @param shape the shape for one example
     */
    public Node(String name, Op op, List<Node> inputs, Shape shape, Origin origin) {
        this.name = name;
        this.op = op;
        this.inputs = List.copyOf(inputs);
        this.shape = shape;
        this.origin = origin;
    }

    /** Its name, unique in its graph. */
    public String name() {
        return name;
    }

    /** What it computes. */
    public Op op() {
        return op;
    }

    /** What it computes it from. */
    public List<Node> inputs() {
        return inputs;
    }

    /** One of its inputs. */
    public Node input(int index) {
        return inputs.get(index);
    }

    /** The node that writes the elements: itself, or what it reshapes. */
    public Node source() {
        Node source = this;
        while (source.op instanceof Op.Reshape) {
            source = source.input(0);
        }
        return source;
    }

    /** The shape of its result for one example. */
    public Shape shape() {
        return shape;
    }

    /** Where it comes from. */
    public Origin origin() {
        return origin;
    }

    /** The rows of one example; they have {@link #width()} elements. */
    public long rows() {
        return shape.rows();
    }

    /** The length of a row. */
    public int width() {
        return shape.width();
    }

    /** The elements of one example. */
    public long elements() {
        return shape.elements();
    }

    /** Whether it is a weight or a setting: the same for every example. */
    public boolean isWeight() {
        return op instanceof Op.Weight || op instanceof Op.Setting;
    }

    /** Whether it is done for its effect, and has no result. */
    public boolean isAccumulation() {
        return op instanceof Op.Accumulation;
    }

    /** Whether it is of the gradients. */
    public boolean isBackward() {
        return origin.backward();
    }

    /** The same node with another operation on other inputs. */
    public Node with(Op newOp, List<Node> newInputs) {
        return new Node(name, newOp, newInputs, shape, origin);
    }

    @Override
    public String toString() {
        return name + ": " + shape;
    }
}

package org.nnlang.runtime.io;

import org.nnlang.runtime.Shape;

/**
 * One array of a file: its name, its sizes, and its numbers in row-major order.
 *
 * @param name the name in the file, such as {@code hidden1.weight}
 * @param shape the sizes
 * @param values the numbers, the last dimension fastest; not copied
 */
@SuppressWarnings(
        "ArrayRecordComponent") // values are megabytes: a reader and a writer share them, nobody compares them
public record NamedArray(String name, Shape shape, float[] values) {
    /** @throws IllegalArgumentException if there are more or fewer values than the shape says */
    public NamedArray {
        if (values.length != shape.elements()) {
            throw new IllegalArgumentException(name + ": the shape " + shape + " has " + shape.elements()
                    + " elements, but there are " + values.length + " values");
        }
    }

    /** Name and shape. */
    public TensorHeader header() {
        return new TensorHeader(name, shape);
    }

    /** Name and shape, without the numbers; fit for a message whatever the name holds. */
    @Override
    public String toString() {
        return header().toString();
    }
}

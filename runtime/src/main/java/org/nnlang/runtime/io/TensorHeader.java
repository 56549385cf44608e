package org.nnlang.runtime.io;

import org.nnlang.runtime.Shape;

/**
 * What a file says of an array before its numbers.
 *
 * @param name the name in the file, such as {@code hidden1.weight}
 * @param shape the sizes
 */
public record TensorHeader(String name, Shape shape) {
    /** Name and shape; fit for a message whatever the name holds. */
    @Override
    public String toString() {
        return Printable.plain(name) + " " + shape;
    }
}

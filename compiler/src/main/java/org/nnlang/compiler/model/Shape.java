package org.nnlang.compiler.model;

import java.util.List;

/**
 * The sizes of a value of one example, outermost first; a number has none.
 *
 * @param sizes each at least 1
 */
public record Shape(List<Integer> sizes) {
    /** The shape of a number. */
    public static final Shape NUMBER = new Shape(List.of());

    /** Stands for the length of a row that is known only when the program runs: of a loss, which serves every model. */
    public static final int ANY_LENGTH = 2_147_483_629;

    public Shape {
        sizes = List.copyOf(sizes);
    }

    /** A shape of these sizes. */
    public static Shape of(Integer... sizes) {
        return new Shape(List.of(sizes));
    }

    /** The number of dimensions. */
    public int rank() {
        return sizes.size();
    }

    /** The product of the sizes. */
    public long elements() {
        long elements = 1;
        for (int size : sizes) {
            elements = Math.multiplyExact(elements, size);
        }
        return elements;
    }

    /** The innermost size: the length of a row; 1 for a number. */
    public int width() {
        return sizes.isEmpty() ? 1 : sizes.get(sizes.size() - 1);
    }

    /** How many rows an example has: the product of all sizes but the innermost. */
    public long rows() {
        return elements() / width();
    }

    @Override
    public String toString() {
        return sizes.toString();
    }
}

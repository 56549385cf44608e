package org.nnlang.runtime;

import java.util.Arrays;

/**
 * The sizes of one value of one example, outermost first.
 *
 * <p>The batch is never part of a shape: every batch size runs.
 */
public final class Shape {
    private final int[] sizes;

    private Shape(int[] sizes) {
        this.sizes = sizes;
    }

    /**
     * Makes a shape.
     *
     * @param sizes the sizes, each at least 1; none for a single number
     * @throws IllegalArgumentException if a size is not positive, or the elements are more than 2^31 - 1
     */
    public static Shape of(int... sizes) {
        long elements = 1;
        for (int size : sizes) {
            if (size <= 0) {
                throw new IllegalArgumentException("a size must be positive, got " + Arrays.toString(sizes));
            }
            elements = Math.multiplyExact(elements, size);
            if (elements > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("too many elements for Java: " + Arrays.toString(sizes));
            }
        }
        return new Shape(sizes.clone());
    }

    /** The number of dimensions. */
    public int rank() {
        return sizes.length;
    }

    /** The size of one dimension, counted from 0. */
    public int size(int dimension) {
        return sizes[dimension];
    }

    /** The sizes, as a copy. */
    public int[] sizes() {
        return sizes.clone();
    }

    /** The product of the sizes. */
    public int elements() {
        int elements = 1;
        for (int size : sizes) {
            elements *= size;
        }
        return elements;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape that && Arrays.equals(sizes, that.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    /** The shape as `.nn` files write it, such as {@code [50, 784]}. */
    @Override
    public String toString() {
        return Arrays.toString(sizes);
    }
}

package org.nnlang.runtime.init;

import org.nnlang.runtime.Shape;

/** A distribution from which the first values of a weight are drawn. */
public interface Initializer {
    /**
     * Fills an array.
     *
     * @param values one element for each of the shape, row by row; written
     * @param shape the weight's declared shape, which some distributions depend on
     * @param random what all randomness comes from
     */
    void fill(float[] values, Shape shape, RandomStream random);

    /** The distribution as a formula, such as {@code uniform(-0.0357, 0.0357)}. */
    @Override
    String toString();
}

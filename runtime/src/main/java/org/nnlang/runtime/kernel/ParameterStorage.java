package org.nnlang.runtime.kernel;

/** Where the values of one parameter are kept, in whatever layout the kernels like; seen from outside, always row by row. */
public interface ParameterStorage {
    /**
     * Copies the values out.
     *
     * @param target of exactly as many elements; written in declared order
     * @throws IllegalArgumentException if its length differs
     */
    void read(float[] target);

    /**
     * Copies values in.
     *
     * @param source of exactly as many elements, in declared order
     * @throws IllegalArgumentException if its length differs
     */
    void write(float[] source);

    /**
     * Copies a run of values in: a file is read piece by piece.
     *
     * @param from the place of the first value, in declared order
     * @param source its first {@code count} elements are taken
     * @throws IndexOutOfBoundsException if the run reaches beyond these values, or beyond the source
     */
    void write(int from, float[] source, int count);

    /** Makes another of the same layout, all zeros: for gradients, and for what optimizers remember. */
    ParameterStorage sameLayout();

    /**
     * The values themselves, in the arrays in which they are kept; what is at one place here is at the same place of the arrays of
     * every storage of the same layout. Places that are only padding are 0, and must stay 0.
     */
    float[][] arrays();

    /**
     * The sum of the squares in double precision, in an order that does not depend on the layout: of a weight [units, inputs] input
     * by input, of everything else as declared.
     */
    double sumOfSquares();
}

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
}

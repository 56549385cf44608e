package org.nnlang.runtime;

/** The buffers of one thread's calculations with a model, so that repeated calls allocate nothing. */
public interface ModelSession {
    /** The largest number of examples of one call. */
    int capacity();

    /**
     * Sets the most threads of this session's calculations, in the place of the program's {@link org.nnlang.runtime.kernel.Threads};
     * the bits of the results do not depend on it.
     *
     * @param count with the thread that calls: 1 for it alone
     * @throws IllegalArgumentException if the count is less than 1 or more than 1,024
     */
    void useThreads(int count);

    /**
     * Calculates the outputs of {@code count} examples.
     *
     * <p>The examples of one port lie one after another in its array: example {@code i} of a port of {@code n} elements
     * begins at {@code i * n}.
     *
     * @param inputs one array an input, in the order of {@link Model#inputs()}
     * @param count how many examples, from 0 to {@link #capacity()}
     * @param outputs one array an output, in the order of {@link Model#outputs()}; written
     * @throws IllegalArgumentException if an array is too short, one is missing, or count is out of range
     */
    void run(float[][] inputs, int count, float[][] outputs);
}

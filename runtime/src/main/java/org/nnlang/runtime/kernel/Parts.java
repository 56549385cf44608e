package org.nnlang.runtime.kernel;

/** Work in numbered parts, which several threads may calculate at the same time, in any order. */
public interface Parts {
    /**
     * Calculates one of them.
     *
     * @param part from 0
     * @param thread which of the threads that take part, from 0, the caller's: for scratch memory of its own
     */
    void calculate(int part, int thread);
}

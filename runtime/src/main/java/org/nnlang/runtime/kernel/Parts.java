package org.nnlang.runtime.kernel;

/** Work in numbered parts, which several threads may calculate at the same time, in any order. */
public interface Parts {
    /**
     * Calculates one of them.
     *
     * @param part from 0
     */
    void calculate(int part);
}

package org.nnlang.runtime.kernel;

/** Work in numbered parts, which several threads may calculate at the same time, in any order. */
interface Parts {
    /** Calculates one of them. */
    void calculate(int part);
}

package org.nnlang.training.optimizer;

/** Whose formula: the frameworks agree on the names of the optimizers, not on where epsilon goes or what is remembered. */
public enum Dialect {
    /** Keras 3. */
    KERAS,
    /** PyTorch 2. */
    TORCH
}

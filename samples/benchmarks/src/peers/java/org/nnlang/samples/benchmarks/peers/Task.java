package org.nnlang.samples.benchmarks.peers;

/** What is measured: one prediction of a batch, or one training step, from Java arrays to Java arrays. */
@FunctionalInterface
public interface Task {
    /** Does it once; gives the outputs of the whole batch, row by row, or the loss before the step as the only number, or
     * nothing where the library does not tell it. */
    float[] run() throws Exception;
}

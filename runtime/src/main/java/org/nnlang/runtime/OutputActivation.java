package org.nnlang.runtime;

/**
 * The function that an output ends with, as far as a loss can use it.
 *
 * <p>The cross entropy of a softmax and the binary one of a sigmoid are exact, and their gradient is simply {@code p - t}, when they
 * are computed from what the function is applied to: the logits.
 */
public enum OutputActivation {
    /** Any other, or none. */
    OTHER,
    /** Of each row. */
    SOFTMAX,
    /** Of each number. */
    SIGMOID
}

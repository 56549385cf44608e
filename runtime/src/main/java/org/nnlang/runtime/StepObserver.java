package org.nnlang.runtime;

/** Sees the values that each step of a network makes, in their order: for pictures, and to find where numbers break. */
@FunctionalInterface
public interface StepObserver {
    /**
     * Called after each step.
     *
     * @param path the layer or step, such as {@code hidden1}
     * @param values an array of the session, to be read during the call only
     * @param length how many of its elements, from the first, are the step's: those of all examples
     */
    void step(String path, float[] values, int length);
}

package org.nnlang.runtime.data;

import org.nnlang.runtime.init.RandomStream;

/** Makes one example; see {@link Examples#generated}. */
@FunctionalInterface
public interface ExampleGenerator {
    /**
     * Makes an example.
     *
     * @param index of the example, from 0
     * @param random numbers of this example, the same whenever it is made: whatever varies is to come from here
     * @param inputs one array an input, all zeros; to be filled, and not kept
     * @param targets one array an output, all zeros; to be filled, and not kept
     */
    void generate(int index, RandomStream random, float[][] inputs, float[][] targets);
}

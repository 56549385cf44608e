package org.nnlang.runtime.kernel;

import java.nio.FloatBuffer;

/**
 * Where panels lie in an array, and where outside of the heap: there the last one has whole vectors only, so that each of its inputs
 * begins with a line of the cache.
 *
 * @param start the index in the array of the first panel, which outside of the heap begins at 0
 * @param last the index in the array of the last panel
 * @param inputs of every panel
 * @param width the distance of the last panel's inputs in the array
 * @param wholeWidth the same outside of the heap
 */
record VectorPanels(int start, int last, int inputs, int width, int wholeWidth) {
    /** How many floats they take outside of the heap. */
    long wholeElements() {
        return last - start + (long) inputs * wholeWidth;
    }

    /** Copies them from an array. */
    void copy(float[] array, FloatBuffer outside) {
        outside.put(0, array, start, last - start);
        for (int input = 0; input < inputs; input++) {
            outside.put(last - start + input * wholeWidth, array, last + input * width, width);
        }
    }

    /** Copies them to an array. */
    void copy(FloatBuffer outside, float[] array) {
        outside.get(0, array, start, last - start);
        for (int input = 0; input < inputs; input++) {
            outside.get(last - start + input * wholeWidth, array, last + input * width, width);
        }
    }
}

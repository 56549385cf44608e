package org.nnlang.runtime.io;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * An open file of arrays: what they are is known and checked, and their numbers can be moved to where they belong without
 * being in memory twice.
 */
public interface OpenTensors extends Closeable {
    /** The arrays, in the order of the file. */
    List<TensorHeader> headers();

    /**
     * Hands out the numbers of all arrays, in the order of the headers. Only once.
     *
     * @throws IOException if the file cannot be read to its end, after some were handed out
     */
    void read(Target target) throws IOException;

    /** Takes numbers, piece by piece. */
    interface Target {
        /**
         * Takes the next ones of an array.
         *
         * @param from the place of the first in the array, in row-major order
         * @param values its first {@code count} elements; another piece is in it when the next one comes
         */
        void take(TensorHeader array, int from, float[] values, int count);
    }
}

package org.nnlang.runtime.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.nnlang.runtime.ModelFormatException;

/** Reads runs of numbers from a stream, through small buffers so that an array is in memory once. */
final class ElementReader {
    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final ByteOrder order;
    private final Path file;
    private final byte[] bytes = new byte[BUFFER_BYTES];

    /** @param file is named if the stream ends early */
    ElementReader(InputStream in, ByteOrder order, Path file) {
        this.in = in;
        this.order = order;
        this.file = file;
    }

    /** Takes the numbers of an array, piece by piece. */
    interface Pieces {
        /**
         * Takes the next ones.
         *
         * @param from the place of the first in the array
         * @param values its first {@code count} elements; another piece is in it when the next one comes
         */
        void take(int from, float[] values, int count);
    }

    /**
     * Reads an array. The caller has compared its bytes with the file's size.
     *
     * @param name is named if the stream ends early
     */
    float[] read(ElementType type, int count, String name) throws IOException {
        float[] values = new float[count];
        int step = BUFFER_BYTES / type.size();
        int length;
        for (int from = 0; from < count; from += length) {
            length = Math.min(step, count - from);
            read(type, count, name, from, values, from, length);
        }
        return values;
    }

    /**
     * Reads an array piece by piece. The caller has compared its bytes with the file's size.
     *
     * @param name is named if the stream ends early
     * @param piece what the pieces are handed over in, with room for one number at least
     */
    void read(ElementType type, int count, String name, float[] piece, Pieces pieces) throws IOException {
        int step = Math.min(piece.length, BUFFER_BYTES / type.size());
        int length;
        for (int from = 0; from < count; from += length) {
            length = Math.min(step, count - from);
            read(type, count, name, from, piece, 0, length);
            pieces.take(from, piece, length);
        }
    }

    private void read(ElementType type, int count, String name, int from, float[] target, int at, int length)
            throws IOException {
        int wanted = length * type.size();
        if (in.readNBytes(bytes, 0, wanted) < wanted) {
            throw new ModelFormatException(file + ": '" + name + "' ends early: it says " + count + " numbers of "
                    + type.size() + " bytes, and the data stops within number " + from + " to " + (from + length));
        }
        type.decode(ByteBuffer.wrap(bytes, 0, wanted).order(order), target, at, length);
    }
}

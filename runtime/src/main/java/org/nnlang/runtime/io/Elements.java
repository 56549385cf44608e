package org.nnlang.runtime.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.nnlang.runtime.ModelFormatException;

/** Runs of numbers in a stream, passed through a small buffer so that an array is in memory once. */
final class Elements {
    private static final int BUFFER_BYTES = 1 << 16;

    private Elements() {}

    /**
     * Reads {@code count} numbers. The caller has compared their bytes with the file's size.
     *
     * @param file and {@code name} are named if the stream ends early
     */
    static float[] read(InputStream in, ElementType type, ByteOrder order, int count, Path file, String name)
            throws IOException {
        float[] values = new float[count];
        byte[] bytes = new byte[BUFFER_BYTES];
        int step = BUFFER_BYTES / type.size();
        for (int from = 0; from < count; from += step) {
            int n = Math.min(step, count - from);
            int wanted = n * type.size();
            if (in.readNBytes(bytes, 0, wanted) < wanted) {
                throw new ModelFormatException(file + ": '" + name + "' ends early: it says " + count + " numbers of "
                        + type.size() + " bytes, and the data stops within number " + from + " to " + (from + n));
            }
            type.decode(ByteBuffer.wrap(bytes, 0, wanted).order(order), values, from, n);
        }
        return values;
    }

    /** Writes numbers as little-endian single precision. */
    static void write(OutputStream out, float[] values) throws IOException {
        byte[] bytes = new byte[BUFFER_BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int step = BUFFER_BYTES / Float.BYTES;
        for (int from = 0; from < values.length; from += step) {
            int n = Math.min(step, values.length - from);
            buffer.asFloatBuffer().put(values, from, n);
            out.write(bytes, 0, n * Float.BYTES);
        }
    }
}

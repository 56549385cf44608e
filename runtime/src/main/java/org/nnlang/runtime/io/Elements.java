package org.nnlang.runtime.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes numbers to a stream, through a small buffer so that an array is in memory once. */
final class Elements {
    private static final int BUFFER_BYTES = 1 << 16;

    private Elements() {}

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

package org.nnlang.runtime.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.nnlang.runtime.ModelFormatException;
import org.nnlang.runtime.Shape;

/** Reads one npy array from a stream: a file of its own, or an entry of an npz. */
final class NpyReader {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    /** NumPy's own limit: longer ones have crashed Python's parser. */
    private static final int MAXIMUM_HEADER = 10_000;

    private final InputStream in;
    private final Path file;
    private final String name;
    private long left;

    /**
     * Reads from a stream.
     *
     * @param length the bytes that the stream says to have: nothing larger is ever allocated
     * @param name what the array is called
     */
    NpyReader(InputStream in, long length, Path file, String name) {
        this.in = in;
        this.left = length;
        this.file = file;
        this.name = name;
    }

    NamedArray read() throws IOException {
        NpyHeader header = NpyHeader.parse(description(), file, name);
        if (header.dataBytes() != left) {
            throw problem(header.type() + " " + header.shape() + " needs " + header.dataBytes()
                    + " bytes, but there are " + left + " after the header"
                    + (left < header.dataBytes() ? ": it is cut off" : ""));
        }
        Shape shape = header.shape();
        float[] values = new ElementReader(in, header.order(), file).read(header.type(), shape.elements(), name);
        if (in.read() >= 0) {
            throw problem("there is data after the array");
        }
        return new NamedArray(name, shape, header.fortranOrder() ? rowMajor(values, shape) : values);
    }

    private String description() throws IOException {
        for (byte expected : MAGIC) {
            if (take(1).get() != expected) {
                throw problem("not an npy array: it must start with \\x93NUMPY");
            }
        }
        int major = take(1).get();
        int minor = take(1).get();
        if (major < 1 || major > 3 || minor != 0) {
            throw problem("npy version " + major + "." + minor + ", expected 1.0, 2.0 or 3.0");
        }
        long length = major == 1
                ? take(Short.BYTES).getChar()
                : Integer.toUnsignedLong(take(Integer.BYTES).getInt());
        if (length > MAXIMUM_HEADER) {
            throw problem(
                    "its description has " + length + " characters, more than the " + MAXIMUM_HEADER + " allowed");
        }
        Charset charset = major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        try {
            return charset.newDecoder().decode(take((int) length)).toString();
        } catch (CharacterCodingException e) {
            throw problem("its description is not UTF-8: " + e.getMessage());
        }
    }

    private ByteBuffer take(int count) throws IOException {
        left -= count;
        byte[] bytes = left < 0 ? new byte[0] : in.readNBytes(count);
        if (bytes.length < count) {
            throw problem("it ends within its header");
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The same array with the last dimension fastest, by counting through all positions like a mileage meter. */
    private static float[] rowMajor(float[] columnMajor, Shape shape) {
        float[] values = new float[columnMajor.length];
        int[] position = new int[shape.rank()];
        int source = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = columnMajor[source];
            int stride = columnMajor.length;
            for (int d = shape.rank() - 1; d >= 0; d--) {
                stride /= shape.size(d);
                if (++position[d] < shape.size(d)) {
                    source += stride;
                    break;
                }
                source -= (shape.size(d) - 1) * stride;
                position[d] = 0;
            }
        }
        return values;
    }

    private ModelFormatException problem(String what) {
        return new ModelFormatException(file + ": " + Printable.of(name) + ": " + what);
    }
}

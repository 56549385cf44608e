package org.nnlang.runtime.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.nnlang.runtime.ModelFormatException;
import org.nnlang.runtime.io.AtomicFile;
import org.nnlang.runtime.io.ElementType;

/**
 * An array in the IDX format, which MNIST made known: two zeros, a type, a rank, the sizes, the numbers, all big-endian.
 *
 * <p>The numbers stay as the file has them until somebody asks: images are a quarter as large in bytes as in floats.
 */
public final class IdxFile {
    private final ElementType type;
    private final int[] sizes;
    private final byte[] data;

    /**
     * Makes an array.
     *
     * @param type U8, I8, I16, I32, F32 or F64: the format has no others
     * @param sizes outermost first; 0 is allowed
     * @param data the numbers, big-endian; not copied
     * @throws IllegalArgumentException if the format has no such type or rank, or the data does not fill the sizes
     */
    public IdxFile(ElementType type, int[] sizes, byte[] data) {
        IdxReader.codeOf(type);
        long bytes = type.size();
        for (int size : sizes) {
            if (size < 0) {
                throw new IllegalArgumentException("a size must not be negative, got " + Arrays.toString(sizes));
            }
            bytes = Math.multiplyExact(bytes, (long) size);
        }
        if (sizes.length > IdxReader.MAXIMUM_RANK || bytes != data.length) {
            throw new IllegalArgumentException(type + " " + Arrays.toString(sizes) + " needs " + bytes
                    + " bytes and a rank of at most " + IdxReader.MAXIMUM_RANK + ", got " + data.length + " bytes");
        }
        this.type = type;
        this.sizes = sizes.clone();
        this.data = data;
    }

    /**
     * Reads a file, plain or gzip, told by its content.
     *
     * @throws ModelFormatException if the file breaks a rule of the format, or is longer or shorter than it says
     */
    public static IdxFile read(Path file) throws IOException {
        return IdxReader.read(file);
    }

    /** Writes the array, compressed where the file name ends in {@code .gz}. */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, out -> {
            if (file.toString().endsWith(".gz")) {
                GZIPOutputStream gzip = new GZIPOutputStream(out);
                writeTo(gzip);
                gzip.finish();
            } else {
                writeTo(out);
            }
        });
    }

    private void writeTo(OutputStream out) throws IOException {
        out.write(header());
        out.write(data);
    }

    /** What stands before the numbers. */
    byte[] header() {
        ByteBuffer header = ByteBuffer.allocate(4 + Integer.BYTES * sizes.length);
        header.putShort((short) 0).put(IdxReader.codeOf(type)).put((byte) sizes.length);
        for (int size : sizes) {
            header.putInt(size);
        }
        return header.array();
    }

    /** How a number is stored. */
    public ElementType type() {
        return type;
    }

    /** The sizes, outermost first, as a copy. */
    public int[] sizes() {
        return sizes.clone();
    }

    /** The numbers as they are stored, big-endian; not a copy. */
    public byte[] data() {
        return data;
    }

    /** The numbers as floats. */
    public float[] toFloats() {
        float[] values = new float[data.length / type.size()];
        type.decode(ByteBuffer.wrap(data), values, 0, values.length);
        return values;
    }
}

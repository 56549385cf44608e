package org.nnlang.runtime.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nnlang.runtime.ModelFormatException;
import org.nnlang.runtime.Shape;

/**
 * NumPy's file of one array, as {@code numpy.save} writes it.
 *
 * <p>The format is described in <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">
 * numpy.lib.format</a>. Python objects are never read.
 */
public final class NpyFile {
    private static final int ALIGNMENT = 64;
    /** Magic, version and the length of the description. */
    private static final int PREFIX_BYTES = 10;

    private NpyFile() {}

    /**
     * Reads an array, converted to float and to row-major order. Its name is the file's, without {@code .npy}.
     *
     * @throws ModelFormatException if the file breaks a rule of the format, or holds something else than numbers
     */
    public static NamedArray read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            String name = withoutEnding(String.valueOf(file.getFileName()));
            return new NpyReader(in, Files.size(file), file, name).read();
        }
    }

    /**
     * Writes an array as {@code <f4}.
     *
     * @param shape all sizes: where rows are a batch, that is the first
     * @param values in row-major order, as many as the shape says
     * @throws IllegalArgumentException if there are more or fewer values
     */
    public static void write(Path file, Shape shape, float[] values) throws IOException {
        NamedArray array = new NamedArray(String.valueOf(file), shape, values);
        AtomicFile.write(file, out -> write(out, array));
    }

    /** Writes header and numbers. */
    static void write(OutputStream out, NamedArray array) throws IOException {
        out.write(header(array.shape()));
        Elements.write(out, array.values());
    }

    /** The bytes of a whole file with this array. */
    static long length(NamedArray array) {
        return header(array.shape()).length + (long) array.values().length * Float.BYTES;
    }

    static String withoutEnding(String name) {
        return name.endsWith(".npy") ? name.substring(0, name.length() - 4) : name;
    }

    private static byte[] header(Shape shape) {
        String sizes = shape.toString().replace("[", "(").replace("]", shape.rank() == 1 ? ",)" : ")");
        String description = "{'descr': '<f4', 'fortran_order': False, 'shape': " + sizes + ", }";
        int bytes = PREFIX_BYTES + description.length() + 1;
        int padding = Math.floorMod(-bytes, ALIGNMENT);
        int length = bytes + padding - PREFIX_BYTES;
        String prefix = "\u0093NUMPY\1\0" + (char) (length & 0xff) + (char) (length >>> 8);
        return (prefix + description + " ".repeat(padding) + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}

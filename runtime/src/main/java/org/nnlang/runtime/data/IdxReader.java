package org.nnlang.runtime.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.nnlang.runtime.ModelFormatException;
import org.nnlang.runtime.io.ElementType;

/** Reads IDX files, and refuses what is not quite one before it takes memory for it. */
final class IdxReader {
    static final int MAXIMUM_RANK = 8;

    private static final Map<Integer, ElementType> TYPES = Map.of(
            0x08, ElementType.U8,
            0x09, ElementType.I8,
            0x0B, ElementType.I16,
            0x0C, ElementType.I32,
            0x0D, ElementType.F32,
            0x0E, ElementType.F64);
    /** Deflate cannot do better: a byte of it makes at most 1,032. */
    private static final int GZIP_MAXIMUM_RATIO = 1032;

    private final InputStream in;
    private final Path file;

    private IdxReader(InputStream in, Path file) {
        this.in = in;
        this.file = file;
    }

    static IdxFile read(Path file) throws IOException {
        long fileBytes = Files.size(file);
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
            raw.mark(2);
            boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            if (gzip) {
                return new IdxReader(new GZIPInputStream(raw, 1 << 16), file)
                        .read(fileBytes * GZIP_MAXIMUM_RATIO, false);
            }
            return new IdxReader(raw, file).read(fileBytes, true);
        } catch (ZipException | EOFException e) {
            throw new ModelFormatException(file + ": damaged gzip data: " + e.getMessage(), e);
        }
    }

    /** The byte that stands for a type. */
    static byte codeOf(ElementType type) {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("an IDX file holds U8, I8, I16, I32, F32 or F64, not " + type))
                .getKey()
                .byteValue();
    }

    /**
     * Reads header and numbers.
     *
     * @param limit what the stream can hold at most
     * @param exact whether that is also what it does hold
     */
    private IdxFile read(long limit, boolean exact) throws IOException {
        ByteBuffer magic = take(4);
        int zeros = magic.getShort();
        int code = magic.get();
        int rank = Byte.toUnsignedInt(magic.get());
        ElementType type = TYPES.get(code);
        if (zeros != 0 || type == null) {
            throw problem(String.format(
                    "not an IDX file: expected 00 00 and a type of 08 09 0B 0C 0D 0E, found %04X %02X",
                    zeros & 0xffff, code & 0xff));
        }
        if (rank > MAXIMUM_RANK) {
            throw problem("it has " + rank + " dimensions, more than the " + MAXIMUM_RANK + " allowed");
        }
        int[] sizes = new int[rank];
        long bytes = type.size();
        long left = limit - 4 - (long) Integer.BYTES * rank;
        ByteBuffer declared = take(Integer.BYTES * rank);
        for (int i = 0; i < rank; i++) {
            long size = Integer.toUnsignedLong(declared.getInt());
            if (size > Integer.MAX_VALUE || bytes * size > Integer.MAX_VALUE) {
                throw problem("size " + i + " is " + size + ": more than the 2^31 - 1 bytes that fit into an array");
            }
            sizes[i] = (int) size;
            bytes *= size;
        }
        if (exact ? bytes != left : bytes > left) {
            throw problem(type + " " + Arrays.toString(sizes) + " needs " + bytes + " bytes, but the file "
                    + (exact ? "has " : "cannot have more than ") + left + " after its header");
        }
        byte[] data = take((int) bytes).array();
        if (in.read() >= 0) {
            throw problem("there is data after the " + bytes + " bytes of " + type + " " + Arrays.toString(sizes));
        }
        return new IdxFile(type, sizes, data);
    }

    private ByteBuffer take(int count) throws IOException {
        // Grows with what arrives, so that a lie about the size costs nothing.
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw problem("it ends early: " + count + " bytes expected, " + bytes.length + " found");
        }
        return ByteBuffer.wrap(bytes);
    }

    private ModelFormatException problem(String what) {
        return new ModelFormatException(file + ": " + what);
    }
}

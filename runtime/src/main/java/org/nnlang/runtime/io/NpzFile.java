package org.nnlang.runtime.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.nnlang.runtime.ModelFormatException;

/**
 * NumPy's file of several arrays, as {@code numpy.savez} writes it: a zip of npy files.
 *
 * <p>Nothing is extracted to disk: a name with a path in it is only a name. A small file cannot claim much memory: its
 * entries together may inflate to at most {@value #MAXIMUM_RATIO} times its size, or to {@value #ALWAYS_ALLOWED} bytes
 * where that is more.
 */
public final class NpzFile {
    private static final int MAXIMUM_ENTRIES = 100_000;
    private static final int MAXIMUM_RATIO = 100;
    private static final int ALWAYS_ALLOWED = 64 << 20;
    /** The first moment that a zip can tell, so that equal arrays make equal files. */
    private static final LocalDateTime WRITTEN = LocalDateTime.of(1980, 1, 1, 0, 0);

    private NpzFile() {}

    /**
     * Reads all arrays, in the order of the file, converted to float and to row-major order.
     *
     * @throws ModelFormatException if the file is no zip, holds something else than npy arrays, or is damaged
     */
    public static List<NamedArray> read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<ZipEntry> entries = entries(zip, file);
            List<NamedArray> arrays = new ArrayList<>();
            for (ZipEntry entry : entries) {
                arrays.add(array(zip, entry, file));
            }
            return arrays;
        } catch (ZipException | EOFException e) {
            throw new ModelFormatException(file + ": a damaged zip: " + e.getMessage(), e);
        }
    }

    /**
     * Writes arrays uncompressed, in the given order; equal arrays make equal bytes.
     *
     * @throws IllegalArgumentException if a name is there twice
     */
    public static void write(Path file, List<NamedArray> arrays) throws IOException {
        Set<String> names = new HashSet<>();
        for (NamedArray array : arrays) {
            if (!names.add(array.name())) {
                throw new IllegalArgumentException("a file cannot hold two arrays called '" + array.name() + "'");
            }
        }
        AtomicFile.write(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            for (NamedArray array : arrays) {
                zip.putNextEntry(stored(array));
                NpyFile.write(zip, array);
                zip.closeEntry();
            }
            zip.finish();
        });
    }

    /** The entries, once their sizes are known to be harmless. */
    private static List<ZipEntry> entries(ZipFile zip, Path file) throws IOException {
        long fileBytes = Files.size(file);
        if (zip.size() > MAXIMUM_ENTRIES) {
            throw new ModelFormatException(
                    file + ": " + zip.size() + " entries, more than the " + MAXIMUM_ENTRIES + " allowed");
        }
        long allowed = Math.max(ALWAYS_ALLOWED, MAXIMUM_RATIO * fileBytes);
        long inflated = 0;
        long compressed = 0;
        Set<String> names = new HashSet<>();
        List<ZipEntry> entries = new ArrayList<>();
        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
            String name = entry.getName();
            requireArray(name, file);
            if (!names.add(name)) {
                throw new ModelFormatException(file + ": the entry " + Printable.of(name) + " is there twice");
            }
            inflated = plus(inflated, entry.getSize());
            compressed = plus(compressed, entry.getCompressedSize());
            if (inflated > allowed || compressed > fileBytes) {
                throw new ModelFormatException(file + ": at " + Printable.of(name) + " the entries make " + inflated
                        + " bytes out of " + compressed + "; a file of " + fileBytes + " bytes may make " + allowed);
            }
            entries.add(entry);
        }
        return entries;
    }

    private static long plus(long sum, long size) {
        return size < 0 || sum + size < 0 ? Long.MAX_VALUE : sum + size;
    }

    private static void requireArray(String name, Path file) throws ModelFormatException {
        if (name.endsWith(".npy")) {
            return;
        }
        String problem = file + ": the entry " + Printable.of(name) + " is no .npy array";
        if (name.endsWith(".pkl")) {
            problem += "; this is a file of torch.save, which holds a pickle and is never read:"
                    + " write it with safetensors.torch.save_file(model.state_dict(), ...)";
        } else if (name.endsWith(".h5")) {
            problem += "; this is a Keras file: write model.get_weights() with numpy.savez";
        }
        throw new ModelFormatException(problem);
    }

    private static NamedArray array(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        String name = NpyFile.withoutEnding(entry.getName());
        try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
            NamedArray array = new NpyReader(in, entry.getSize(), file, name).read();
            if (in.getChecksum().getValue() != entry.getCrc()) {
                throw new ModelFormatException(file + ": " + Printable.of(name) + " is damaged: its checksum is wrong");
            }
            return array;
        }
    }

    private static ZipEntry stored(NamedArray array) throws IOException {
        CheckedOutputStream checksum = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        NpyFile.write(checksum, array);
        ZipEntry entry = new ZipEntry(array.name() + ".npy");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(NpyFile.length(array));
        entry.setCompressedSize(NpyFile.length(array));
        entry.setCrc(checksum.getChecksum().getValue());
        entry.setTimeLocal(WRITTEN);
        return entry;
    }
}

package org.nnlang.runtime.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nnlang.runtime.ModelFormatException;

/** Reads a file of arrays whatever its format is, told by the content and not by the file's name. */
public final class TensorFiles {
    private static final int BYTES_TO_LOOK_AT = 9;

    private TensorFiles() {}

    /**
     * Opens a safetensors, npz or npy file. Of the first, the numbers are read only when they are asked for.
     *
     * @throws ModelFormatException if it is none of them, or is damaged
     */
    @SuppressWarnings("MustBeClosedChecker") // whoever opens it closes it
    public static OpenTensors open(Path file) throws IOException {
        String start = start(file);
        return isSafetensors(file, start) ? OpenSafetensors.of(file) : new LoadedTensors(readWhole(file, start));
    }

    /**
     * Reads all arrays of a safetensors, npz or npy file.
     *
     * @throws ModelFormatException if it is none of them, or is damaged
     */
    public static List<NamedArray> read(Path file) throws IOException {
        String start = start(file);
        return isSafetensors(file, start) ? SafetensorsFile.read(file) : readWhole(file, start);
    }

    private static List<NamedArray> readWhole(Path file, String start) throws IOException {
        if (isZip(start)) {
            return NpzFile.read(file);
        }
        if (isNpy(start)) {
            return List.of(NpyFile.read(file));
        }
        if (start.startsWith("\u0089HDF\r\n\u001a\n")) {
            throw unknown(file, "a HDF5 file, as Keras writes; save model.get_weights() with numpy.savez");
        }
        if (start.matches("(?s)\u0080[\2-\5].*")) {
            throw unknown(file, "a Python pickle, which is never read; save the arrays with numpy.savez");
        }
        throw unknown(file, "found " + (start.isEmpty() ? "an empty file" : Printable.of(start)));
    }

    /** Whether it is one, or calls itself one and is no zip and no npy file: then its own reader says what is wrong with it. */
    private static boolean isSafetensors(Path file, String start) {
        return !isZip(start)
                && !isNpy(start)
                && (start.startsWith("{", BYTES_TO_LOOK_AT - 1)
                        || file.toString().endsWith(".safetensors"));
    }

    private static boolean isZip(String start) {
        return start.startsWith("PK\3\4") || start.startsWith("PK\5\6");
    }

    private static boolean isNpy(String start) {
        return start.startsWith("\u0093NUMPY");
    }

    private static String start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BYTES_TO_LOOK_AT), StandardCharsets.ISO_8859_1);
        }
    }

    private static ModelFormatException unknown(Path file, String found) {
        return new ModelFormatException(file + ": expected a safetensors, npz or npy file: " + found);
    }
}

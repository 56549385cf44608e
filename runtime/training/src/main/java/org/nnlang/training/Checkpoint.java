package org.nnlang.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nnlang.runtime.ModelFormatException;
import org.nnlang.runtime.io.AtomicFile;
import org.nnlang.runtime.io.SafetensorsFile;

/**
 * A training that can be gone on with, in one safetensors file: arrays as arrays, all else as strings of its metadata.
 *
 * @param file where it was read from
 * @param state what it holds
 */
record Checkpoint(Path file, SavedState state) {
    private static final String FORMAT = "format";
    private static final String THIS_FORMAT = "nnlang checkpoint 1";

    /** Writes all of it or nothing: an older file stays until the new one is complete. */
    static void write(Path file, TrainingParts parts) throws IOException {
        SavedState state = parts.save();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(FORMAT, THIS_FORMAT);
        texts.putAll(state.texts());
        SafetensorsFile.write(file, state.arrays(), texts);
    }

    /**
     * Reads one, and clears away what the process that wrote it left if it was killed while it wrote.
     *
     * @throws ModelFormatException if the file is damaged, or no checkpoint of this version
     */
    static Checkpoint read(Path file) throws IOException {
        Map<String, String> texts = SafetensorsFile.metadata(file);
        String format = texts.getOrDefault(FORMAT, "");
        if (!format.equals(THIS_FORMAT)) {
            throw new ModelFormatException(file + " is no checkpoint of a training: its format is '" + format
                    + "', expected '" + THIS_FORMAT + "'; weights alone are read by the model's load");
        }
        AtomicFile.deleteLeftovers(file);
        return new Checkpoint(file, SavedState.of(SafetensorsFile.read(file), texts));
    }

    /** @throws IllegalArgumentException if it is of another training; the message names the first difference */
    void restore(TrainingParts parts) {
        try {
            parts.restore(state);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " does not fit this training: " + e.getMessage(), e);
        }
    }
}

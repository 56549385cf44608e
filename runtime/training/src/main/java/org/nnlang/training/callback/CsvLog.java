package org.nnlang.training.callback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import org.nnlang.runtime.io.AtomicFile;
import org.nnlang.training.Callback;
import org.nnlang.training.SavedState;
import org.nnlang.training.TrainingContext;

/**
 * Appends one line an epoch to a file: the epoch from 1, then all values. The first line has their names.
 *
 * <p>A line is in the file when the next epoch begins. Where a run is resumed, what was written after its
 * checkpoint goes.
 */
public final class CsvLog implements Callback {
    private final Path file;
    /** How many the file has, with the first; at a checkpoint, how many it had. All of them where a checkpoint does not say. */
    private int lines = Integer.MAX_VALUE;

    /** Makes one; the file is made, or compared, when training begins. */
    public CsvLog(Path file) {
        this.file = Objects.requireNonNull(file, "file");
    }

    @Override
    public void trainingBegins(TrainingContext training) {
        String header = "epoch," + String.join(",", training.namesAtEnd());
        try {
            lines = keep(training.resumed() ? lines : Integer.MAX_VALUE, header);
        } catch (IOException e) {
            throw problem(e);
        }
    }

    @Override
    public void epochEnds(TrainingContext training) {
        StringBuilder line = new StringBuilder().append(training.epoch());
        for (String name : training.names()) {
            line.append(',').append(training.value(name));
        }
        try {
            Files.writeString(file, line.append('\n'), StandardOpenOption.APPEND);
            lines++;
        } catch (IOException e) {
            throw problem(e);
        }
    }

    @Override
    public void save(SavedState state, TrainingContext training) {
        state.put("lines", lines);
    }

    @Override
    public void restore(SavedState state, TrainingContext training) {
        lines = (int) state.integer("lines");
    }

    /** Cuts the file to so many lines, of which the first is the header, and says how many it has then. */
    private int keep(int most, String header) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        String first = text.lines().findFirst().orElse(header);
        if (!first.equals(header)) {
            throw new IOException("its first line is '" + first + "', expected '" + header
                    + "': it is the log of another training; give this one another file");
        }
        String[] parts = text.split("\n", -1);
        // After the last newline is nothing, or a line in the middle of which a run was killed.
        int count = Math.min(parts.length - 1, most);
        String kept = (count == 0 ? header : String.join("\n", Arrays.copyOf(parts, count))) + "\n";
        if (!kept.equals(text)) {
            AtomicFile.write(file, out -> out.write(kept.getBytes(StandardCharsets.UTF_8)));
        }
        return Math.max(1, count);
    }

    private UncheckedIOException problem(IOException cause) {
        return new UncheckedIOException("cannot write the log " + file + ": " + cause.getMessage(), cause);
    }
}

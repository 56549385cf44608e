package org.nnlang.training.callback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.nnlang.runtime.io.AtomicFile;
import org.nnlang.training.Callback;
import org.nnlang.training.TrainingContext;

/**
 * Appends one line an epoch to a file: the epoch from 1, then all values. The first line has their names.
 *
 * <p>A line is in the file when the next epoch begins. Where a run is resumed, the lines of epochs that are done again go.
 */
public final class CsvLog implements Callback {
    private final Path file;

    /** Makes one; the file is made, or compared, when training begins. */
    public CsvLog(Path file) {
        this.file = Objects.requireNonNull(file, "file");
    }

    @Override
    public void trainingBegins(TrainingContext training) {
        try {
            if (Files.exists(file)) {
                dropLinesAfter(training.resumed() ? training.epoch() : Integer.MAX_VALUE);
            }
            if (!Files.exists(file) || Files.size(file) == 0) {
                Files.writeString(file, header(training) + "\n");
            } else if (!firstLine().equals(header(training))) {
                throw new IOException("its first line is '" + firstLine() + "', expected '" + header(training)
                        + "': it is the log of another training; give this one another file");
            }
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
        } catch (IOException e) {
            throw problem(e);
        }
    }

    private static String header(TrainingContext training) {
        return "epoch," + String.join(",", training.namesAtEnd());
    }

    private String firstLine() throws IOException {
        try (var reader = Files.newBufferedReader(file)) {
            return Objects.requireNonNullElse(reader.readLine(), "");
        }
    }

    /** A run that was killed may have been past its checkpoint, or in the middle of a line: of those of this run, the last. */
    private void dropLinesAfter(int epoch) throws IOException {
        String text = Files.readString(file);
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        lines.remove(lines.size() - 1);
        int last = lines.size() - 1;
        while (last > 0 && epochOf(lines.get(last)) > epoch) {
            lines.remove(last);
            last--;
        }
        StringBuilder kept = new StringBuilder();
        lines.forEach(line -> kept.append(line).append('\n'));
        if (kept.length() < text.length()) {
            AtomicFile.write(file, out -> out.write(kept.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static int epochOf(String line) {
        String number = line.substring(0, Math.max(0, line.indexOf(',')));
        return number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0;
    }

    private UncheckedIOException problem(IOException cause) {
        return new UncheckedIOException("cannot write the log " + file + ": " + cause.getMessage(), cause);
    }
}

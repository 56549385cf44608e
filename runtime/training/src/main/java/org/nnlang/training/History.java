package org.nnlang.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nnlang.runtime.io.AtomicFile;
import org.nnlang.training.text.KerasNumber;

/**
 * What a training went through, epoch by epoch; prints as a table.
 *
 * @param epochs in their order
 * @param stopped why training ended before its last epoch; empty if it did not
 */
public record History(List<Epoch> epochs, Optional<String> stopped) {
    /** The name of the learning rate in {@link #get} and in tables. */
    public static final String LEARNING_RATE = "learning_rate";
    /** The name of the duration in {@link #get} and in tables. */
    public static final String SECONDS = "seconds";

    /**
     * One epoch.
     *
     * @param values losses and metrics by Keras' names, in its order: those of training alphabetically, then those of validation
     * @param learningRate of its last step
     * @param seconds that it took, validation included
     */
    public record Epoch(Map<String, Double> values, double learningRate, double seconds) {
        /** Copies the values. */
        public Epoch {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        private double get(String name) {
            return switch (name) {
                case LEARNING_RATE -> learningRate;
                case SECONDS -> seconds;
                default -> values.getOrDefault(name, Double.NaN);
            };
        }
    }

    /** Copies the epochs. */
    public History {
        epochs = List.copyOf(epochs);
    }

    /** What {@link #get} can be asked for: the values, then the learning rate and the seconds. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        if (!epochs.isEmpty()) {
            names.addAll(epochs.get(0).values().keySet());
        }
        names.add(LEARNING_RATE);
        names.add(SECONDS);
        return names;
    }

    /**
     * One value over time, such as {@code val_loss}.
     *
     * @return one number an epoch, as a copy
     * @throws IllegalArgumentException if there is none of this name; the message lists those there are
     */
    public double[] get(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("no value '" + name + "' in this history, there are " + names());
        }
        return epochs.stream().mapToDouble(epoch -> epoch.get(name)).toArray();
    }

    /** Writes a line of names and one line an epoch, all digits that matter. An older file is replaced. */
    public void writeCsv(Path file) throws IOException {
        StringBuilder csv = new StringBuilder("epoch," + String.join(",", names()) + "\n");
        for (int i = 0; i < epochs.size(); i++) {
            csv.append(i + 1);
            for (String name : names()) {
                csv.append(',').append(epochs.get(i).get(name));
            }
            csv.append('\n');
        }
        AtomicFile.write(file, out -> out.write(csv.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** A table of one line an epoch, and the reason of an early end. */
    @Override
    public String toString() {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("epoch"));
        header.addAll(names());
        rows.add(header);
        for (int i = 0; i < epochs.size(); i++) {
            List<String> row = new ArrayList<>(List.of(Integer.toString(i + 1)));
            for (String name : names()) {
                double value = epochs.get(i).get(name);
                row.add(name.equals(SECONDS) ? KerasNumber.fixed(value, 1) : KerasNumber.of(value));
            }
            rows.add(row);
        }
        int[] widths = IntStream.range(0, header.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                String cell = row.get(column);
                table.append(column == 0 ? "" : "  ")
                        .append(" ".repeat(widths[column] - cell.length()))
                        .append(cell);
            }
            table.append('\n');
        }
        return table.append(stopped.map(reason -> "stopped: " + reason).orElse(""))
                .toString()
                .stripTrailing();
    }
}

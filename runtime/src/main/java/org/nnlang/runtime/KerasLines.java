package org.nnlang.runtime;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lines that all of Keras' summaries share. */
final class KerasLines {
    /** What Keras leaves free of a terminal's width. */
    private static final int MARGIN = 4;

    private static final int BYTES_OF_A_WEIGHT = 4;
    private static final List<String> UNITS = List.of("B", "KB", "MB", "GB", "TB", "PB");

    private KerasLines() {}

    /** The table's width: what suits it, or less where the terminal is narrower. */
    static int width(int preferred, int columns) {
        return Math.min(preferred, columns - MARGIN);
    }

    /** The table without a column for connections. */
    static KerasTable table(int columns, List<List<String>> rows) {
        return new KerasTable(
                List.of("Layer (type)", "Output Shape", "Param #"),
                new double[] {0.45, 0.80, 1.0},
                new boolean[] {false, false, true},
                width(88, columns),
                rows);
    }

    /** The whole text: title, table, totals. */
    static String text(String modelName, KerasTable table, long trainable, long nonTrainable) {
        StringBuilder text = new StringBuilder("Model: \"" + modelName + "\"\n");
        table.lines().forEach(line -> text.append(line).append('\n'));
        text.append(" Total params: ").append(total(trainable + nonTrainable)).append('\n');
        text.append(" Trainable params: ").append(total(trainable)).append('\n');
        text.append(" Non-trainable params: ").append(total(nonTrainable));
        return text.toString();
    }

    private static String total(long weights) {
        double size = (double) weights * BYTES_OF_A_WEIGHT;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.size() - 1) {
            size /= 1024;
            unit++;
        }
        return SummaryNumbers.grouped(weights) + " (" + SummaryNumbers.twoDecimals(size) + " " + UNITS.get(unit) + ")";
    }

    /** The name and the class, such as {@code hidden1 (Dense)}. */
    static String title(Summary.Entry entry) {
        return entry.name() + " (" + SummaryWords.keras(entry) + ")";
    }

    /** The shape of a batch, such as {@code (None, 10)}; a list where there are several outputs. */
    static String shapes(List<Shape> shapes, @Nullable Integer batch) {
        String joined = shapes.stream().map(shape -> shape(shape, batch)).collect(Collectors.joining(", "));
        return shapes.size() == 1 ? joined : "[" + joined + "]";
    }

    private static String shape(Shape shape, @Nullable Integer batch) {
        StringBuilder text = new StringBuilder("(").append(batch == null ? "None" : batch.toString());
        for (int size : shape.sizes()) {
            text.append(", ").append(size);
        }
        return text.append(')').toString();
    }
}

package org.nnlang.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.Summary.Entry;
import org.nnlang.runtime.Summary.Kind;

/**
 * Prints as torchsummary 1.5.1 does for PyTorch's modules.
 *
 * <p>Rows are in the order in which modules finish, so that a layer comes after the layers it is made of, and a model that
 * is not sequential is its own last row.
 */
final class TorchSummary {
    private static final int WIDTH = 64;
    private static final double BYTES_OF_A_NUMBER = 4;
    private static final double MEGABYTE = 1024 * 1024;

    private record Row(String title, String shape, String parameters) {}

    private final Summary summary;
    private final @Nullable Integer batch;
    private final List<Row> rows = new ArrayList<>();
    private long outputElements;

    TorchSummary(Summary summary, @Nullable Integer batch) {
        this.summary = summary;
        this.batch = batch;
        summary.entries().forEach(this::add);
        if (summary.form() == Summary.Form.FUNCTIONAL) {
            List<Shape> outputs = summary.results().stream()
                    .flatMap(entry -> entry.outputs().stream())
                    .toList();
            addRow(summary.modelName(), outputs, 0);
        }
    }

    private void add(Entry entry) {
        if (SummaryWords.isLayer(entry)) {
            entry.children().forEach(this::add);
            long nested = entry.children().stream().mapToLong(Entry::parameters).sum();
            addRow(SummaryWords.torch(entry), entry.outputs(), entry.parameters() - nested);
        }
    }

    private void addRow(String type, List<Shape> outputs, long parameters) {
        rows.add(new Row(
                type + "-" + (rows.size() + 1), TorchShapes.text(outputs, batch), SummaryNumbers.grouped(parameters)));
        outputElements += TorchShapes.elements(outputs, batch);
    }

    String render() {
        Row header = new Row("Layer (type)", "Output Shape", "Param #");
        int titleWidth = 20;
        int shapeWidth = 25;
        int parametersWidth = 15;
        for (Row row : rows) {
            titleWidth = Math.max(titleWidth, row.title().length());
            shapeWidth = Math.max(shapeWidth, row.shape().length());
            parametersWidth = Math.max(parametersWidth, row.parameters().length());
        }
        String format = "%" + titleWidth + "s  %" + shapeWidth + "s %" + parametersWidth + "s\n";
        int width = Math.max(WIDTH, titleWidth + 2 + shapeWidth + 1 + parametersWidth);
        String line = "-".repeat(width) + "\n";
        String doubleLine = "=".repeat(width) + "\n";

        StringBuilder text =
                new StringBuilder(line).append(line(format, header)).append(doubleLine);
        rows.forEach(row -> text.append(line(format, row)));
        return text.append(doubleLine)
                .append(totals())
                .append(line)
                .append(sizes())
                .append(line)
                .toString()
                .strip();
    }

    private static String line(String format, Row row) {
        return String.format(format, row.title(), row.shape(), row.parameters());
    }

    private String totals() {
        return "Total params: " + SummaryNumbers.grouped(summary.parameters())
                + "\nTrainable params: " + SummaryNumbers.grouped(summary.trainable())
                + "\nNon-trainable params: " + SummaryNumbers.grouped(summary.nonTrainable()) + "\n";
    }

    private String sizes() {
        long inputElements = summary.entries().stream()
                .filter(entry -> entry.kind() == Kind.INPUT)
                .mapToLong(entry -> TorchShapes.elements(entry.outputs(), batch))
                .sum();
        double inputs = megabytes(inputElements);
        // Each output counts twice: for its gradient.
        double outputs = 2 * megabytes(outputElements);
        double parameters = megabytes(summary.parameters());
        return size("Input size", inputs)
                + size("Forward/backward pass size", outputs)
                + size("Params size", parameters)
                + size("Estimated Total Size", inputs + outputs + parameters);
    }

    private static double megabytes(long numbers) {
        return numbers * BYTES_OF_A_NUMBER / MEGABYTE;
    }

    private static String size(String title, double megabytes) {
        return title + " (MB): " + SummaryNumbers.twoDecimals(megabytes) + "\n";
    }
}

package org.nnlang.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.Summary.Entry;
import org.nnlang.runtime.Summary.Kind;

/** Prints as torchinfo 1.8.0 does for PyTorch's modules: a tree in which each row has its depth and its number there. */
final class TorchInfo {
    private static final int TITLE_WIDTH = 40;
    private static final int TITLE_STEP = 5;
    private static final int COLUMN_WIDTH = 25;
    private static final long BYTES_OF_A_NUMBER = 4;

    /** What Python needs for the object that holds an input's numbers. */
    private static final long BYTES_OF_A_STORAGE = 64;

    private record Row(String title, String shape, String parameters) {}

    private final Summary summary;
    private final @Nullable Integer batch;
    private final List<Row> rows = new ArrayList<>();
    private final Map<Integer, Integer> numberAtDepth = new HashMap<>();
    private int titleWidth = TITLE_WIDTH;
    private long outputBytes;

    TorchInfo(Summary summary, @Nullable Integer batch) {
        this.summary = summary;
        this.batch = batch;
        List<Entry> results = summary.results();
        String name = summary.form() == Summary.Form.SEQUENTIAL ? "Sequential" : summary.modelName();
        addRow(0, name, results.isEmpty() ? List.of() : results.get(0).outputs(), "--");
        summary.entries().forEach(entry -> add(entry, 1));
    }

    private void add(Entry entry, int depth) {
        if (!SummaryWords.isLayer(entry)) {
            return;
        }
        int number = numberAtDepth.merge(depth, 1, Integer::sum);
        addRow(depth, SummaryWords.torch(entry) + ": " + depth + "-" + number, entry.outputs(), parameters(entry));
        if (entry.children().isEmpty() && entry.parameters() > 0) {
            // Each output counts twice: for its gradient.
            outputBytes += 2 * BYTES_OF_A_NUMBER * TorchShapes.elements(entry.outputs(), batch);
        }
        entry.children().forEach(child -> add(child, depth + 1));
    }

    private void addRow(int depth, String title, List<Shape> outputs, String parameters) {
        String branch = depth == 0 ? "" : depth == 1 ? "├─" : "│    ".repeat(depth - 1) + "└─";
        rows.add(new Row(branch + title, TorchShapes.text(outputs, batch), parameters));
        int wanted = title.length() + TITLE_STEP * depth + 1;
        if (wanted >= titleWidth) {
            titleWidth = (wanted + TITLE_STEP - 1) / TITLE_STEP * TITLE_STEP;
        }
    }

    /** The entry's own weights, without those of the layers within; in brackets where none is trainable. */
    private static String parameters(Entry entry) {
        long own = entry.parameters()
                - entry.children().stream().mapToLong(Entry::parameters).sum();
        if (own == 0) {
            return "--";
        }
        String number = SummaryNumbers.grouped(own);
        return entry.trainable() > 0 ? number : "(" + number + ")";
    }

    String render() {
        int shapeWidth = COLUMN_WIDTH;
        int parametersWidth = COLUMN_WIDTH;
        for (Row row : rows) {
            shapeWidth = Math.max(shapeWidth, row.shape().length());
            parametersWidth = Math.max(parametersWidth, row.parameters().length());
        }
        String rule = "=".repeat(titleWidth + shapeWidth + parametersWidth) + "\n";
        String format = "%-" + titleWidth + "s %-" + shapeWidth + "s %s\n";
        StringBuilder text = new StringBuilder(rule);
        text.append(String.format(format, "Layer (type:depth-idx)", "Output Shape", "Param #"));
        text.append(rule);
        rows.forEach(row -> text.append(String.format(format, row.title(), row.shape(), row.parameters())));
        return text.append(rule)
                .append(totals())
                .append(rule)
                .append(sizes())
                .append(rule)
                .toString()
                .strip();
    }

    private String totals() {
        long examples = batch == null ? 1 : batch;
        long multiplyAdds = examples
                * summary.entries().stream().mapToLong(Entry::multiplyAdds).sum();
        return "Total params: " + SummaryNumbers.grouped(summary.parameters())
                + "\nTrainable params: " + SummaryNumbers.grouped(summary.trainable())
                + "\nNon-trainable params: " + SummaryNumbers.grouped(summary.nonTrainable())
                + "\nTotal mult-adds" + scaled(multiplyAdds, "") + "\n";
    }

    private String sizes() {
        long inputs = 0;
        for (Entry entry : summary.entries()) {
            if (entry.kind() == Kind.INPUT) {
                inputs += BYTES_OF_A_STORAGE + BYTES_OF_A_NUMBER * TorchShapes.elements(entry.outputs(), batch);
            }
        }
        long parameters = BYTES_OF_A_NUMBER * summary.parameters();
        return "Input size" + scaled(inputs, "B")
                + "\nForward/backward pass size" + scaled(outputBytes, "B")
                + "\nParams size" + scaled(parameters, "B")
                + "\nEstimated Total Size" + scaled(inputs + outputBytes + parameters, "B") + "\n";
    }

    /** As {@code (k): 2.40}, or {@code : 130} below 1000; whole numbers without decimals. */
    private static String scaled(long number, String unit) {
        String[] prefixes = {"", "k", "M", "G", "T"};
        int prefix = 0;
        long divisor = 1;
        while (prefix < prefixes.length - 1 && number / divisor >= 1000) {
            divisor *= 1000;
            prefix++;
        }
        String title = prefix == 0 ? ": " : " (" + prefixes[prefix] + unit + "): ";
        return title
                + (number % divisor == 0
                        ? SummaryNumbers.grouped(number / divisor)
                        : SummaryNumbers.twoDecimals((double) number / divisor));
    }
}

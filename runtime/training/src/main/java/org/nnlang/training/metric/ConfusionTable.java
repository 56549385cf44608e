package org.nnlang.training.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Prints a {@link ConfusionMatrix} in aligned columns. */
final class ConfusionTable {
    private ConfusionTable() {}

    static String of(ConfusionMatrix matrix) {
        int classes = matrix.classes();
        boolean withoutPrediction = IntStream.range(0, classes).anyMatch(label -> matrix.withoutPrediction(label) > 0);
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>();
        head.add("actual \\ predicted");
        head.addAll(matrix.labels());
        if (withoutPrediction) {
            head.add("NaN");
        }
        head.addAll(List.of("recall", "precision"));
        lines.add(head);
        for (int actual = 0; actual < classes; actual++) {
            List<String> line = new ArrayList<>();
            line.add(matrix.labels().get(actual));
            for (int predicted = 0; predicted < classes; predicted++) {
                line.add(number(matrix.count(actual, predicted)));
            }
            if (withoutPrediction) {
                line.add(number(matrix.withoutPrediction(actual)));
            }
            line.add(ratio(matrix.recall(actual), matrix.actual(actual)));
            line.add(ratio(matrix.precision(actual), matrix.predicted(actual)));
            lines.add(line);
        }
        return aligned(lines);
    }

    private static String number(double count) {
        return count == Math.rint(count) ? String.format(Locale.ROOT, "%.0f", count) : Double.toString(count);
    }

    /** A quotient of nothing is a dash, as people must not take it for a bad score. */
    private static String ratio(double value, double whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String aligned(List<List<String>> lines) {
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            for (int column = 0; column < line.size(); column++) {
                int at = column;
                int width = lines.stream()
                        .mapToInt(other -> other.get(at).length())
                        .max()
                        .orElse(0);
                String padding = " ".repeat(width - line.get(column).length());
                // Names on the left, numbers on the right.
                text.append(column == 0 ? line.get(column) + padding : "  " + padding + line.get(column));
            }
            text.append('\n');
        }
        return text.toString();
    }
}

package org.nnlang.command;

import java.util.Locale;

/** How often each class was taken for each other. */
final class ConfusionMatrix {
    private final int[][] counts;

    ConfusionMatrix(int classes) {
        counts = new int[classes][classes];
    }

    void add(int label, int predicted) {
        counts[label][predicted]++;
    }

    /** How many were right. */
    int right() {
        int right = 0;
        for (int i = 0; i < counts.length; i++) {
            right += counts[i][i];
        }
        return right;
    }

    /** A line a class: how many there are, how many were found (recall), and how many of those called so are (precision). */
    String table() {
        StringBuilder table = new StringBuilder("class   count   right   recall   precision\n");
        for (int label = 0; label < counts.length; label++) {
            int count = 0;
            int predicted = 0;
            for (int other = 0; other < counts.length; other++) {
                count += counts[label][other];
                predicted += counts[other][label];
            }
            int right = counts[label][label];
            table.append(String.format(
                    Locale.ROOT,
                    "%5d %7d %7d %8s %11s\n",
                    label,
                    count,
                    right,
                    ratio(right, count),
                    ratio(right, predicted)));
        }
        return table.toString();
    }

    private static String ratio(int part, int whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.4f", (double) part / whole);
    }
}

package org.nnlang.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * The table of Keras' summaries, with the column widths that its library Rich finds for a given width.
 *
 * <p>Texts wrap at spaces. Where a single word is wider than its column Rich would break it; here the column grows.
 */
final class KerasTable {
    private final List<String> header;
    private final boolean[] right;
    private final int[] widths;
    private final List<List<String>> rows;

    /**
     * Lays the table out.
     *
     * @param header the columns' titles
     * @param positions where each column ends, as a part of the whole width
     * @param right which columns are aligned at the right
     * @param width the whole width, borders included
     * @param rows the texts, one a column
     */
    KerasTable(List<String> header, double[] positions, boolean[] right, int width, List<List<String>> rows) {
        this.header = header;
        this.right = right;
        this.rows = rows;
        this.widths = widths(positions, width);
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(widths[column], widestWord(column));
        }
    }

    /** The columns' widths without their padding of one blank at each side. */
    private static int[] widths(double[] positions, int width) {
        int columns = positions.length;
        int[] widths = new int[columns];
        int end = 0;
        for (int column = 0; column < columns; column++) {
            widths[column] = (int) (positions[column] * width) - end;
            end += widths[column];
        }
        // Keras forgets borders and padding; Rich takes what is too much from all columns alike, from left to right.
        int excess = 3 * columns + 1;
        for (int column = 0; column < columns; column++) {
            int share = (int) Math.rint((double) excess / (columns - column));
            widths[column] -= share;
            excess -= share;
        }
        return widths;
    }

    private int widestWord(int column) {
        int widest = widestWord(header.get(column));
        for (List<String> row : rows) {
            widest = Math.max(widest, widestWord(row.get(column)));
        }
        return widest;
    }

    private static int widestWord(String text) {
        int widest = 0;
        for (String word : text.split(" ", -1)) {
            widest = Math.max(widest, word.length());
        }
        return widest;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(rule('┏', '━', '┳', '┓'));
        addRow(lines, header, '┃');
        lines.add(rows.isEmpty() ? rule('┗', '━', '┻', '┛') : rule('┡', '━', '╇', '┩'));
        for (int row = 0; row < rows.size(); row++) {
            addRow(lines, rows.get(row), '│');
            lines.add(row < rows.size() - 1 ? rule('├', '─', '┼', '┤') : rule('└', '─', '┴', '┘'));
        }
        return lines;
    }

    private String rule(char first, char line, char between, char last) {
        StringBuilder rule = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            rule.append(column == 0 ? first : between);
            rule.append(String.valueOf(line).repeat(widths[column] + 2));
        }
        return rule.append(last).toString();
    }

    private void addRow(List<String> lines, List<String> row, char border) {
        List<List<String>> cells = new ArrayList<>();
        int height = 1;
        for (int column = 0; column < widths.length; column++) {
            cells.add(wrap(row.get(column), widths[column]));
            height = Math.max(height, cells.get(column).size());
        }
        for (int i = 0; i < height; i++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                List<String> cell = cells.get(column);
                String text = i < cell.size() ? cell.get(i) : "";
                String blanks = " ".repeat(widths[column] - text.length());
                line.append(border).append(' ');
                line.append(right[column] ? blanks + text : text + blanks).append(' ');
            }
            lines.add(line.append(border).toString());
        }
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}

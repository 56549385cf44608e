package org.nnlang.compiler.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.source.Span;

/**
 * One source line with its marks: underlines in one row, the label of the rightmost beside it, the others below, each hanging from
 * its underline.
 *
 * <pre>
 * output y = x + (x -> Dense(32))
 *            - ^  -------------- right side is [32]
 *            |
 *            left side is [64]
 * </pre>
 */
final class MarkedLine {
    private record Placed(Mark mark, int from, int to) {}

    private final DisplayLine line;
    private final List<Placed> marks = new ArrayList<>();

    MarkedLine(SourceFile file, int number, List<Mark> marksOfLine) {
        String text = file.line(number);
        int start = file.lineStart(number);
        int focus = marksOfLine.get(0).span().start() - start;
        this.line = new DisplayLine(text, focus);
        for (Mark mark : marksOfLine) {
            Span span = mark.span();
            int from = line.column(span.start() - start);
            int to = line.column(Math.min(span.end() - start, text.length()));
            marks.add(new Placed(mark, from, Math.max(to, from + 1)));
        }
        marks.sort(Comparator.comparingInt(Placed::from)
                .thenComparing(placed -> placed.mark().primary()));
    }

    /** The source line as it is shown. */
    String source() {
        return line.text();
    }

    /** The rows below it. */
    List<String> rows(Palette palette, Severity severity) {
        List<String> rows = new ArrayList<>();
        int last = marks.size() - 1;
        int lastFrom = marks.get(last).from();
        boolean beside = marks.subList(0, last).stream().noneMatch(placed -> placed.to() > lastFrom);
        StringBuilder underlines = new StringBuilder();
        List<Placed> hanging = new ArrayList<>();
        int column = 0;
        for (int i = 0; i <= last; i++) {
            Placed placed = marks.get(i);
            boolean labelled = !placed.mark().label().isEmpty();
            if (labelled && !(i == last && beside)) {
                hanging.add(placed);
            }
            if (placed.from() < column) {
                continue;
            }
            int next = i < last ? marks.get(i + 1).from() : Integer.MAX_VALUE;
            int to = Math.min(placed.to(), Math.max(next, placed.from() + 1));
            underlines.append(" ".repeat(placed.from() - column));
            String drawn = String.valueOf(placed.mark().underline()).repeat(to - placed.from());
            underlines.append(palette.mark(
                    i == last && beside && labelled
                            ? drawn + " " + placed.mark().label()
                            : drawn,
                    placed.mark().primary(),
                    severity));
            column = to;
        }
        rows.add(underlines.toString());
        if (!hanging.isEmpty()) {
            rows.add(connectors(hanging, hanging.size(), palette, severity).toString());
        }
        for (int i = hanging.size() - 1; i >= 0; i--) {
            Placed placed = hanging.get(i);
            StringBuilder row = connectors(hanging.subList(0, i), i, palette, severity);
            int width = i == 0 ? 0 : hanging.get(i - 1).from() + 1;
            row.append(" ".repeat(Math.max(0, placed.from() - width)))
                    .append(palette.mark(placed.mark().label(), placed.mark().primary(), severity));
            rows.add(row.toString());
        }
        return rows;
    }

    private static StringBuilder connectors(List<Placed> hanging, int count, Palette palette, Severity severity) {
        StringBuilder row = new StringBuilder();
        int column = 0;
        for (Placed placed : hanging.subList(0, count)) {
            if (placed.from() < column) {
                continue;
            }
            row.append(" ".repeat(placed.from() - column))
                    .append(palette.mark("|", placed.mark().primary(), severity));
            column = placed.from() + 1;
        }
        return row;
    }
}

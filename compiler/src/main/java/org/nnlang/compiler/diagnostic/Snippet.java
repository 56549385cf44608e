package org.nnlang.compiler.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nnlang.compiler.source.SourceFile;

/** The lines of one file that a diagnostic shows, in order, with the lines between them left out. */
final class Snippet {
    private final SourceFile file;
    private final int gutter;
    private final Palette palette;
    private final StringBuilder text = new StringBuilder();

    private Snippet(SourceFile file, int gutter, Palette palette) {
        this.file = file;
        this.gutter = gutter;
        this.palette = palette;
    }

    /** Renders the marked lines of a file. */
    static String render(SourceFile file, List<Mark> marks, int gutter, Palette palette, Severity severity) {
        Snippet snippet = new Snippet(file, gutter, palette);
        Map<Integer, List<Mark>> lines = new TreeMap<>();
        marks.forEach(mark -> lines.computeIfAbsent(mark.span().position().line(), line -> new ArrayList<>())
                .add(mark));
        snippet.row("", "");
        int last = 0;
        for (Map.Entry<Integer, List<Mark>> line : lines.entrySet()) {
            snippet.gap(last, line.getKey());
            MarkedLine marked = new MarkedLine(file, line.getKey(), line.getValue());
            snippet.row(String.valueOf(line.getKey()), marked.source());
            marked.rows(palette, severity).forEach(row -> snippet.row("", row));
            last = line.getKey();
        }
        return snippet.text.toString();
    }

    /** One left-out line is shown after all, several become three dots. */
    private void gap(int last, int next) {
        if (last == 0 || next == last + 1) {
            return;
        }
        if (next == last + 2) {
            row(String.valueOf(last + 1), new DisplayLine(file.line(last + 1), 0).text());
        } else {
            text.append(palette.frame("...")).append('\n');
        }
    }

    private void row(String number, String content) {
        String frame = number + " ".repeat(gutter - number.length()) + " |";
        text.append(palette.frame(frame));
        if (!content.isEmpty()) {
            text.append(' ').append(content);
        }
        text.append('\n');
    }
}

package org.nnlang.compiler.diagnostic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.source.Span;

/**
 * Diagnostics as text for people, laid out as rustc does: the message, the place, the source lines with what stands on them
 * underlined, and what to do.
 */
public final class DiagnosticFormatter {
    private DiagnosticFormatter() {}

    /** All of them, with an empty line between. */
    public static String formatAll(List<Diagnostic> diagnostics, boolean color) {
        return diagnostics.stream().map(diagnostic -> format(diagnostic, color)).collect(Collectors.joining("\n"));
    }

    /**
     * One diagnostic, ended by a line feed.
     *
     * @param color whether to colour it with ANSI escapes
     */
    public static String format(Diagnostic diagnostic, boolean color) {
        Palette palette = color ? Palette.COLORED : Palette.PLAIN;
        List<Mark> marks = marks(diagnostic);
        int gutter = marks.stream()
                .mapToInt(mark -> String.valueOf(mark.span().position().line()).length())
                .max()
                .orElse(1);
        StringBuilder text = new StringBuilder();
        String head = diagnostic.severity() + "[" + diagnostic.code().id() + "]";
        text.append(palette.severity(head, diagnostic.severity()))
                .append(palette.bold(": " + diagnostic.message()))
                .append('\n');
        byFile(marks).forEach((file, ofFile) -> {
            Span place = ofFile.get(0).span();
            boolean first = file == diagnostic.span().file();
            String arrow = " ".repeat(gutter) + (first ? "--> " : "::: ");
            text.append(palette.frame(arrow)).append(place).append('\n');
            if (!file.text().isEmpty()) {
                text.append(Snippet.render(file, ofFile, gutter, palette, diagnostic.severity()));
            }
        });
        for (String help : diagnostic.help()) {
            text.append(" ".repeat(gutter + 1))
                    .append(palette.frame("= "))
                    .append(palette.bold("help: "))
                    .append(help)
                    .append('\n');
        }
        return text.toString();
    }

    private static List<Mark> marks(Diagnostic diagnostic) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(diagnostic.span(), diagnostic.label(), true));
        diagnostic.related().forEach(label -> marks.add(new Mark(label.span(), label.text(), false)));
        return marks;
    }

    private static Map<SourceFile, List<Mark>> byFile(List<Mark> marks) {
        Map<SourceFile, List<Mark>> files = new LinkedHashMap<>();
        marks.forEach(mark -> files.computeIfAbsent(mark.span().file(), file -> new ArrayList<>())
                .add(mark));
        return files;
    }
}

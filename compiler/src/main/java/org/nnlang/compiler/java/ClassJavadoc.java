package org.nnlang.compiler.java;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.model.LayerInstance;
import org.nnlang.compiler.model.Weight;

/** The Javadoc of a generated class: the model's own documentation, and a table of its layers with their places. */
final class ClassJavadoc {
    /** A table longer than this tells nobody anything. */
    private static final int MOST_ROWS = 100;

    private ClassJavadoc() {}

    static String of(CheckedModel model) {
        StringBuilder text = new StringBuilder(JavadocText.paragraphs(model.documentation()));
        if (text.length() == 0) {
            text.append("The model ").append(JavadocText.escape(model.name())).append('.');
        }
        List<List<String>> rows = new ArrayList<>();
        model.root().children().forEach(layer -> addRows(rows, layer));
        text.append("\n\n<p>Generated from ")
                .append(StepComments.place(model.span()))
                .append('.');
        if (!rows.isEmpty()) {
            text.append("\n\n<pre>\n");
            table(rows.subList(0, Math.min(rows.size(), MOST_ROWS)), text);
            if (rows.size() > MOST_ROWS) {
                text.append("... and ").append(rows.size() - MOST_ROWS).append(" more layers\n");
            }
            text.append("</pre>");
        }
        return text.append("\n").toString();
    }

    private static void addRows(List<List<String>> rows, LayerInstance layer) {
        String shapes =
                layer.weights().stream().map(Weight::shape).map(String::valueOf).collect(Collectors.joining(" "));
        rows.add(List.of(layer.path(), LayerStructure.describe(layer), shapes, StepComments.place(layer.span())));
        layer.children().forEach(child -> addRows(rows, child));
    }

    private static void table(List<List<String>> rows, StringBuilder text) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int place = column;
                int width = rows.stream()
                        .mapToInt(other -> other.get(place).length())
                        .max()
                        .orElse(0);
                line.append(row.get(column))
                        .append(" ".repeat(width - row.get(column).length() + 2));
            }
            text.append(JavadocText.escape(line.toString().stripTrailing())).append('\n');
        }
    }
}

package org.nnlang.runtime;

import java.util.Locale;

/** Prints parameters as a table of path, shape and count. */
final class ParameterTable {
    private ParameterTable() {}

    static String render(Parameters parameters) {
        int pathWidth = "parameter".length();
        int shapeWidth = "shape".length();
        for (Parameter parameter : parameters) {
            pathWidth = Math.max(pathWidth, parameter.path().length());
            shapeWidth = Math.max(shapeWidth, parameter.shape().toString().length());
        }
        String total = number(parameters.count());
        String row =
                "%-" + pathWidth + "s  %-" + shapeWidth + "s  %" + Math.max("count".length(), total.length()) + "s%n";
        StringBuilder table = new StringBuilder();
        table.append(line(row, "parameter", "shape", "count"));
        for (Parameter parameter : parameters) {
            table.append(line(
                    row,
                    parameter.path(),
                    parameter.shape().toString(),
                    number(parameter.shape().elements())));
        }
        return table.append(line(row, "total", "", total)).toString().stripTrailing();
    }

    private static String line(String row, String path, String shape, String count) {
        return String.format(Locale.ROOT, row.replace("%n", "\n"), path, shape, count);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}

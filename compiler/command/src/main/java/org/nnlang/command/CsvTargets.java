package org.nnlang.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nnlang.csv.CsvColumn;
import org.nnlang.csv.CsvExamples;
import org.nnlang.csv.CsvFile;
import org.nnlang.runtime.Shape;

/**
 * The columns of a CSV file that the outputs are to predict, each read as the output's loss takes it: classes or numbers.
 *
 * <p>Classes are numbered in their order; where all of them are indices of the output already, they stay what they are.
 */
final class CsvTargets {
    private final CsvArguments csv;
    private final List<LossChoice> losses;
    /** The columns of each output. */
    private final List<List<CsvColumn>> columns;

    private CsvTargets(CsvArguments csv, List<LossChoice> losses, List<List<CsvColumn>> columns) {
        this.csv = csv;
        this.losses = losses;
        this.columns = columns;
    }

    static CsvTargets of(CsvArguments csv, List<LossChoice> losses) {
        List<String> outputs = losses.stream().map(loss -> loss.output().name()).toList();
        Map<String, String> texts = PerOutput.split("--target", csv.targets(), outputs);
        List<List<CsvColumn>> columns = new ArrayList<>();
        for (LossChoice loss : losses) {
            String text = texts.get(loss.output().name());
            if (text == null) {
                throw new Failure("--target is missing: the column of the csv file that output " + loss.output()
                        + " is to predict");
            }
            columns.add(columns(csv, loss, CsvArguments.columns(text)));
        }
        return new CsvTargets(csv, losses, columns);
    }

    private static List<CsvColumn> columns(CsvArguments csv, LossChoice loss, List<String> names) {
        int elements = loss.output().shape().elements();
        if (names.size() == 1 && loss.width() > 1 && elements == loss.width()) {
            return List.of(loss.takesClassIndices() ? csv.category(names.get(0)) : csv.oneHot(names.get(0)));
        }
        if (names.size() != elements) {
            throw new Failure("--target " + String.join(",", names) + ": output " + loss.output() + " needs " + elements
                    + " columns of numbers" + (elements == loss.width() ? ", or one of classes" : "") + ", got "
                    + names.size());
        }
        return loss.isBinary()
                ? List.of(csv.category(names.get(0)))
                : names.stream().map(csv::number).toList();
    }

    /** Reads the file. */
    CsvExamples read(CsvFile file) throws IOException {
        CsvExamples rows = csv.read(file, all());
        boolean again = false;
        for (int i = 0; i < losses.size(); i++) {
            CsvColumn column = columns.get(i).get(0);
            int classes = Math.max(2, losses.get(i).width());
            List<String> found = learned(rows, i).categories();
            if (column.kind() == CsvColumn.Kind.NUMBER) {
                continue;
            }
            List<String> indices =
                    IntStream.range(0, classes).mapToObj(Integer::toString).toList();
            if (found.size() < classes && indices.containsAll(found)) {
                columns.set(i, List.of(column.among(indices.toArray(String[]::new))));
                again = true;
            } else if (found.size() != classes) {
                throw new Failure(file.path() + ": column " + column.reference() + " has " + found.size()
                        + " classes, " + abbreviated(found) + ", but output "
                        + losses.get(i).output() + " is for " + classes);
            }
        }
        return again ? csv.read(file, all()) : rows;
    }

    private List<CsvColumn> all() {
        return columns.stream().flatMap(List::stream).toList();
    }

    /** The first column of an output with what was learned of it. */
    private CsvColumn learned(CsvExamples rows, int output) {
        int place = columns.subList(0, output).stream().mapToInt(List::size).sum();
        return rows.columns().targets().get(place);
    }

    private static String abbreviated(List<String> names) {
        int shown = 10;
        return names.size() <= shown ? String.join(", ", names) : String.join(", ", names.subList(0, shown)) + " ...";
    }

    /** The shapes of the targets, one an output. */
    List<Shape> shapes(CsvExamples rows) {
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < losses.size(); i++) {
            boolean isIndex = learned(rows, i).kind() == CsvColumn.Kind.INDEX
                    && losses.get(i).width() > 1;
            shapes.add(isIndex ? Shape.of(1) : losses.get(i).output().shape());
        }
        return shapes;
    }

    /** Which class has which index. */
    List<String> notes(CsvExamples rows) {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < losses.size(); i++) {
            List<String> classes = learned(rows, i).categories();
            if (!classes.isEmpty()) {
                String name = CsvArguments.name(learned(rows, i));
                notes.add("classes of " + name + ": "
                        + abbreviated(IntStream.range(0, classes.size())
                                .mapToObj(index -> classes.get(index) + " = " + index)
                                .toList()));
            }
        }
        return notes;
    }
}

package org.nnlang.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nnlang.csv.CsvColumn;
import org.nnlang.csv.CsvColumns;
import org.nnlang.csv.CsvExamples;
import org.nnlang.csv.CsvException;
import org.nnlang.csv.CsvFile;
import org.nnlang.csv.CsvFormat;
import picocli.CommandLine.Option;

/** How a CSV file is to be read. */
final class CsvArguments {
    /** What the library tells programmers, in the words of the command. */
    private static final Map<String, String> WORDS = Map.of(
            "list the text in CsvFormat.withMissing", "give it to --missing",
            "read the column by CsvColumn.category or oneHot", "give the column to --categories",
            "say what to take instead by CsvColumn.orElse or orMean", "let --missing '' take the column's mean",
            "say what to take instead by CsvColumn.orElse", "leave the line out",
            "read it by CsvColumn.number, or leave it out", "leave it out by --features",
            "read with CsvFormat.withoutHeader", "give --no-header",
            "give the charset in which the file was written by CsvFormat.withCharset", "convert the file to it from");

    @Option(
            names = "--target",
            paramLabel = "COLUMN",
            description =
                    "csv: the column that is predicted; several joined by commas, or OUTPUT=COLUMN for each output.")
    private List<String> targets = new ArrayList<>();

    @Option(
            names = "--features",
            paramLabel = "COLUMN",
            split = ",",
            description = "csv: the columns that go in, in this order. Default: all but the targets.")
    private List<String> features = new ArrayList<>();

    @Option(
            names = "--categories",
            paramLabel = "COLUMN",
            split = ",",
            description = "csv: features that are texts, which become a number a category, 1 or 0.")
    private List<String> categories = new ArrayList<>();

    @Option(
            names = "--missing",
            paramLabel = "TEXT",
            split = ",",
            description = "csv: texts that stand for an unknown number, such as NA; features take their mean for it.")
    private @Nullable List<String> missing;

    @Option(
            names = "--delimiter",
            paramLabel = "C",
            defaultValue = ",",
            description = "csv: what stands between fields; `tab` for a tab. Default: a comma.")
    private String delimiter;

    @Option(names = "--no-header", description = "csv: the first line has no names; columns are told by index, from 0.")
    private boolean noHeader;

    /** The texts that name the targets. */
    List<String> targets() {
        return targets;
    }

    /** The file in the format that was said. */
    CsvFile file(Path path) {
        String between = delimiter.equals("tab") ? "\t" : delimiter;
        if (between.length() != 1) {
            throw new Failure("--delimiter must be one character, or tab, got '" + delimiter + "'");
        }
        CsvFormat format = CsvFormat.DEFAULT.withDelimiter(between.charAt(0));
        if (missing != null) {
            format = format.withMissing(
                    Stream.concat(Stream.of(""), missing.stream()).distinct().toArray(String[]::new));
        }
        return new CsvFile(path, noHeader ? format.withoutHeader() : format);
    }

    /** Reads some targets, and the features that were said. */
    CsvExamples read(CsvFile file, List<CsvColumn> targetColumns) throws IOException {
        return read(file, new CsvColumns(featureColumns(file, targetColumns), targetColumns));
    }

    /** Reads columns as an earlier file taught. */
    CsvExamples read(CsvFile file, CsvColumns columns) throws IOException {
        try {
            return file.read(columns);
        } catch (CsvException e) {
            throw new Failure(inOwnWords(String.valueOf(e.getMessage())));
        }
    }

    private List<CsvColumn> featureColumns(CsvFile file, List<CsvColumn> targetColumns) throws IOException {
        List<String> names = features;
        if (names.isEmpty()) {
            if (categories.isEmpty() && missing == null) {
                return List.of();
            }
            if (noHeader) {
                throw new Failure("--categories and --missing need --features where there is no header");
            }
            List<String> targetNames =
                    targetColumns.stream().map(each -> name(each)).toList();
            names = file.columnNames().stream()
                    .filter(name -> !targetNames.contains(name))
                    .toList();
        }
        List<CsvColumn> columns = new ArrayList<>();
        for (String name : names) {
            CsvColumn number = number(name);
            columns.add(categories.contains(name) ? oneHot(name) : missing == null ? number : number.orMean());
        }
        for (String category : categories) {
            if (!names.contains(category)) {
                throw new Failure("--categories: " + category + " is none of the features " + String.join(", ", names));
            }
        }
        return columns;
    }

    /** The name of a column as options have it. */
    static String name(CsvColumn column) {
        return column.reference().toString().replaceAll("^'|'$", "");
    }

    CsvColumn number(String column) {
        return noHeader ? CsvColumn.number(index(column)) : CsvColumn.number(column);
    }

    CsvColumn category(String column) {
        return noHeader ? CsvColumn.category(index(column)) : CsvColumn.category(column);
    }

    CsvColumn oneHot(String column) {
        return noHeader ? CsvColumn.oneHot(index(column)) : CsvColumn.oneHot(column);
    }

    private static int index(String column) {
        try {
            int index = Integer.parseInt(column);
            if (index >= 0) {
                return index;
            }
        } catch (NumberFormatException e) {
            // The message below says all.
        }
        throw new Failure("without a header columns are told by their index, from 0; got '" + column + "'");
    }

    /** The columns of a list such as {@code a,b}. */
    static List<String> columns(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static String inOwnWords(String message) {
        String text = message.replaceAll("\\s+", " ");
        // Longer phrases first, as some are parts of others.
        for (String phrase : WORDS.keySet().stream()
                .sorted((one, other) -> other.length() - one.length())
                .toList()) {
            text = text.replace(phrase, WORDS.getOrDefault(phrase, phrase));
        }
        return text;
    }
}

package org.nnlang.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a file into a table of one float a column: the number, or the index of the category. */
final class CsvTable {
    private final CsvFile file;
    private final @Nullable Consumer<CsvException> leftOut;

    /**
     * Makes one.
     *
     * @param leftOut takes the problems of lines, which are left out; if null, a problem is thrown
     */
    CsvTable(CsvFile file, @Nullable Consumer<CsvException> leftOut) {
        this.file = file;
        this.leftOut = leftOut;
    }

    CsvExamples read(CsvColumns wanted) throws IOException {
        try (CsvRecords records = new CsvRecords(file.path(), file.format())) {
            CsvRecord first = records.next();
            if (first == null) {
                throw new CsvException(file.path(), 1, "the file is empty");
            }
            try {
                boolean named = file.format().header();
                Header header = Header.of(first.getFields(), named);
                CsvColumns columns = header.complete(wanted);
                List<CsvColumn> all = Stream.concat(columns.features().stream(), columns.targets().stream())
                        .toList();
                return read(header, columns, all, named ? records.next() : first, records);
            } catch (FieldException e) {
                throw new CsvException(file.path(), first.getStartingLineNumber(), e.getMessage());
            }
        }
    }

    List<String> names() throws IOException {
        try (CsvRecords records = new CsvRecords(file.path(), file.format())) {
            CsvRecord first = records.next();
            if (first == null) {
                throw new CsvException(file.path(), 1, "the file is empty");
            }
            try {
                return Header.of(first.getFields(), file.format().header()).names();
            } catch (FieldException e) {
                throw new CsvException(file.path(), first.getStartingLineNumber(), e.getMessage());
            }
        }
    }

    private CsvExamples read(
            Header header, CsvColumns columns, List<CsvColumn> all, @Nullable CsvRecord firstRow, CsvRecords records)
            throws IOException, FieldException {
        int[] places = header.places(all);
        List<ColumnReader> readers = all.stream().map(ColumnReader::of).toList();
        Cells cells = new Cells(places.length);
        float[] row = new float[places.length];
        for (CsvRecord record = firstRow; record != null; record = records.next()) {
            if (isBlank(record) && header.width() > 1) {
                continue;
            }
            CsvException problem = readRow(record, header.width(), places, all, readers, row);
            if (problem == null) {
                cells.add(row);
                readers.forEach(ColumnReader::accept);
            } else if (leftOut == null) {
                throw problem;
            } else {
                readers.forEach(ColumnReader::refuse);
                leftOut.accept(problem);
            }
        }
        if (cells.rows() == 0) {
            throw new FieldException("there is no line of data" + (leftOut == null ? "" : " that fits"));
        }
        cells.trim();
        return new CsvExamples(finish(columns, all, readers, cells), cells);
    }

    private static boolean isBlank(CsvRecord record) {
        return record.getFieldCount() == 1 && record.getField(0).isBlank();
    }

    /** Reads a line; what is wrong with it, or null. */
    private @Nullable CsvException readRow(
            CsvRecord record,
            int width,
            int[] places,
            List<CsvColumn> columns,
            List<ColumnReader> readers,
            float[] row) {
        long line = record.getStartingLineNumber();
        if (record.getFieldCount() != width) {
            return new CsvException(
                    file.path(),
                    line,
                    "expected " + width + " fields as in the first line, found " + record.getFieldCount()
                            + ": is a delimiter or a quote missing or too many?");
        }
        for (int i = 0; i < places.length; i++) {
            String text = record.getField(places[i]).strip();
            try {
                boolean missing = file.format().missing().contains(text);
                row[i] = missing ? readers.get(i).readMissing() : readers.get(i).read(text);
            } catch (FieldException e) {
                return new CsvException(
                        file.path(), line, "column " + columns.get(i).reference() + ": " + e.getMessage());
            }
        }
        return null;
    }

    private CsvColumns finish(CsvColumns columns, List<CsvColumn> all, List<ColumnReader> readers, Cells cells)
            throws FieldException {
        List<CsvColumn> learned = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            try {
                learned.add(readers.get(i).finish(cells, i));
            } catch (FieldException e) {
                throw new FieldException("column " + all.get(i).reference() + ": " + e.getMessage());
            }
        }
        int features = columns.features().size();
        return new CsvColumns(learned.subList(0, features), learned.subList(features, learned.size()));
    }
}

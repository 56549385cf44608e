package org.nnlang.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A CSV file (RFC 4180, with any delimiter and quote).
 *
 * <p>Blanks around a field or a name do not count. Lines with nothing in them are passed over, unless the file has only
 * one column; all other lines must have as many fields as the first.
 *
 * @param path of the file
 * @param format how it is written
 */
public record CsvFile(Path path, CsvFormat format) {
    /** A file of {@link CsvFormat#DEFAULT}. */
    public CsvFile(Path path) {
        this(path, CsvFormat.DEFAULT);
    }

    /**
     * Reads the file.
     *
     * @param columns what to read; for a file to test on, the {@link CsvExamples#columns()} of the file trained on
     * @throws CsvException at the first line that does not fit, or if there is no line of data
     * @throws IOException if the file cannot be read
     */
    public CsvExamples read(CsvColumns columns) throws IOException {
        return new CsvTable(this, null).read(columns);
    }

    /**
     * Reads the file without the lines that do not fit, which are told one by one.
     *
     * <p>What concerns more than a line is still an error: the header, the charset, a quote without end.
     *
     * @param columns what to read; for a file to test on, the {@link CsvExamples#columns()} of the file trained on
     * @param leftOut takes what is wrong with each line that is left out
     * @throws CsvException if the header does not fit, or no line of data is left
     * @throws IOException if the file cannot be read
     */
    public CsvExamples read(CsvColumns columns, Consumer<CsvException> leftOut) throws IOException {
        return new CsvTable(this, leftOut).read(columns);
    }

    /**
     * Reads the names of the columns.
     *
     * @return the names in the order of the columns; none where the format is one without a header
     * @throws CsvException if the file is empty, or a name is there twice
     * @throws IOException if the file cannot be read
     */
    public List<String> columnNames() throws IOException {
        return new CsvTable(this, null).names();
    }
}

package org.nnlang.csv;

/** Makes the texts of a column to floats, and learns from them what is not known of the column yet. */
abstract class ColumnReader {
    static ColumnReader of(CsvColumn column) {
        return column.kind() == CsvColumn.Kind.NUMBER ? new NumberReader(column) : new CategoryReader(column);
    }

    /**
     * Reads one field.
     *
     * @param text without surrounding blanks
     * @return the number, or the index of the category
     */
    abstract float read(String text) throws FieldException;

    /** What stands in the table where the value is not known. */
    abstract float readMissing() throws FieldException;

    /** Keeps what was learned from the line read last. */
    void accept() {}

    /** Forgets what was learned since {@link #accept}, as the line is left out. */
    void refuse() {}

    /**
     * Turns what was read into what the column is to be, once all lines were read.
     *
     * @param place of the column in the table
     * @return the column with everything that was learned
     */
    abstract CsvColumn finish(Cells cells, int place) throws FieldException;
}

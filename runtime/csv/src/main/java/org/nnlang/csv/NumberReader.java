package org.nnlang.csv;

import java.util.List;

/** Reads decimal numbers, which must be finite; a missing one is NaN until the mean is known. */
final class NumberReader extends ColumnReader {
    private final CsvColumn column;

    NumberReader(CsvColumn column) {
        this.column = column;
    }

    @Override
    float read(String text) throws FieldException {
        if (!isDecimal(text)) {
            throw new FieldException("expected a number, found \"" + text + "\"" + advice(text));
        }
        try {
            float value = Float.parseFloat(text);
            if (Float.isInfinite(value)) {
                throw new FieldException("expected a number, found \"" + text + "\", which is beyond a float's range");
            }
            return value;
        } catch (NumberFormatException e) {
            throw new FieldException("expected a number, found \"" + text + "\"" + advice(text));
        }
    }

    /** Java's parser also takes hexadecimal numbers, NaN, and an f or d at the end, which data never means. */
    private static boolean isDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String advice(String text) {
        if (text.matches("[-+]?[0-9.]*,[0-9]+")) {
            return ": write numbers with a point, and without separators of thousands";
        }
        return ": correct it, list the text in CsvFormat.withMissing if it stands for no value, or read the column by"
                + " CsvColumn.category or oneHot";
    }

    @Override
    float readMissing() throws FieldException {
        if (column.missing() instanceof MissingValue.FixedNumber number) {
            return number.value();
        }
        if (column.missing() instanceof MissingValue.Mean) {
            return Float.NaN;
        }
        throw new FieldException("expected a number, found no value: fill it in, or say what to take instead by"
                + " CsvColumn.orElse or orMean");
    }

    @Override
    CsvColumn finish(Cells cells, int place) throws FieldException {
        if (!(column.missing() instanceof MissingValue.Mean)) {
            return column;
        }
        double sum = 0;
        int known = 0;
        for (int row = 0; row < cells.rows(); row++) {
            float value = cells.get(row, place);
            if (!Float.isNaN(value)) {
                sum += value;
                known++;
            }
        }
        if (known == 0) {
            throw new FieldException(
                    "no line has a value, so there is no mean: leave the column out, or give a number");
        }
        float mean = (float) (sum / known);
        for (int row = 0; row < cells.rows(); row++) {
            if (Float.isNaN(cells.get(row, place))) {
                cells.set(row, place, mean);
            }
        }
        return new CsvColumn(
                column.reference(), column.kind(), column.order(), List.of(), new MissingValue.FixedNumber(mean));
    }
}

package org.nnlang.runtime.kernel;

/**
 * The transpose of a matrix of rows that are arrays of their own.
 *
 * <p>Eight rows at a time become eight neighbouring columns, so that a target row is looked up once for eight values;
 * and only so many target rows at a time that the lines which are half written are still in the first-level cache when
 * the next eight rows go on with them.
 */
final class PlainTranspose {
    private static final int BLOCK_COLUMNS = 128;

    private PlainTranspose() {}

    /** Writes to {@code to[j][i]} what is in {@code from[i][j]}, for all i below rows and j below columns. */
    static void transpose(float[][] from, int rows, int columns, float[][] to) {
        for (int first = 0; first < columns; first += BLOCK_COLUMNS) {
            int last = Math.min(columns, first + BLOCK_COLUMNS);
            int i = 0;
            for (; i + 8 <= rows; i += 8) {
                eightRows(
                        from[i],
                        from[i + 1],
                        from[i + 2],
                        from[i + 3],
                        from[i + 4],
                        from[i + 5],
                        from[i + 6],
                        from[i + 7],
                        to,
                        i,
                        first,
                        last);
            }
            for (; i < rows; i++) {
                oneRow(from[i], to, i, first, last);
            }
        }
    }

    private static void eightRows(
            float[] row0,
            float[] row1,
            float[] row2,
            float[] row3,
            float[] row4,
            float[] row5,
            float[] row6,
            float[] row7,
            float[][] to,
            int i,
            int first,
            int last) {
        for (int j = first; j < last; j++) {
            float[] target = to[j];
            target[i] = row0[j];
            target[i + 1] = row1[j];
            target[i + 2] = row2[j];
            target[i + 3] = row3[j];
            target[i + 4] = row4[j];
            target[i + 5] = row5[j];
            target[i + 6] = row6[j];
            target[i + 7] = row7[j];
        }
    }

    private static void oneRow(float[] row, float[][] to, int i, int first, int last) {
        for (int j = first; j < last; j++) {
            to[j][i] = row[j];
        }
    }

    /** Writes to {@code columns[j][i]} element j of row i, which begins at index {@code at + i * width} of values. */
    static void columnsOf(float[] values, int at, int width, int rows, float[][] columns, int count) {
        int j = 0;
        for (; j + 4 <= count; j += 4) {
            fourColumns(values, at + j, width, rows, columns[j], columns[j + 1], columns[j + 2], columns[j + 3]);
        }
        for (; j < count; j++) {
            float[] column = columns[j];
            for (int i = 0; i < rows; i++) {
                column[i] = values[at + j + i * width];
            }
        }
    }

    private static void fourColumns(
            float[] values,
            int at,
            int width,
            int rows,
            float[] column0,
            float[] column1,
            float[] column2,
            float[] column3) {
        int from = at;
        for (int i = 0; i < rows; i++) {
            column0[i] = values[from];
            column1[i] = values[from + 1];
            column2[i] = values[from + 2];
            column3[i] = values[from + 3];
            from += width;
        }
    }

    /** Writes {@code columns[j][i]} to element j of row i, which begins at index {@code at + i * width} of values. */
    static void rowsOf(float[][] columns, int count, float[] values, int at, int width, int rows) {
        for (int j = 0; j < count; j++) {
            float[] column = columns[j];
            int to = at + j;
            for (int i = 0; i < rows; i++) {
                values[to] = column[i];
                to += width;
            }
        }
    }
}

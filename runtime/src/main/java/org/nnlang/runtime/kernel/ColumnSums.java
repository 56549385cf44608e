package org.nnlang.runtime.kernel;

/**
 * Sums of rows, column by column.
 *
 * <p>Eight columns at a time go through all rows, so that their sums stay in registers. The just-in-time compiler makes
 * no vector instructions of rows that lie in one array, and this is the fastest form without.
 */
final class ColumnSums {
    private ColumnSums() {}

    /** Adds to sums, from index to, the rows of values from index at, in their order. */
    static void add(float[] values, int at, int rows, int width, float[] sums, int to) {
        add(values, at, rows, width, sums, to, 0);
    }

    /** As the other one, from a column on. */
    static void add(float[] values, int at, int rows, int width, float[] sums, int to, int firstColumn) {
        int j = firstColumn;
        for (; j + 8 <= width; j += 8) {
            addEight(values, at + j, rows, width, sums, to + j);
        }
        for (; j < width; j++) {
            addOne(values, at + j, rows, width, sums, to + j);
        }
    }

    private static void addEight(float[] values, int at, int rows, int width, float[] sums, int j) {
        float sum0 = sums[j];
        float sum1 = sums[j + 1];
        float sum2 = sums[j + 2];
        float sum3 = sums[j + 3];
        float sum4 = sums[j + 4];
        float sum5 = sums[j + 5];
        float sum6 = sums[j + 6];
        float sum7 = sums[j + 7];
        int i = at;
        for (int row = 0; row < rows; row++) {
            sum0 += values[i];
            sum1 += values[i + 1];
            sum2 += values[i + 2];
            sum3 += values[i + 3];
            sum4 += values[i + 4];
            sum5 += values[i + 5];
            sum6 += values[i + 6];
            sum7 += values[i + 7];
            i += width;
        }
        sums[j] = sum0;
        sums[j + 1] = sum1;
        sums[j + 2] = sum2;
        sums[j + 3] = sum3;
        sums[j + 4] = sum4;
        sums[j + 5] = sum5;
        sums[j + 6] = sum6;
        sums[j + 7] = sum7;
    }

    private static void addOne(float[] values, int at, int rows, int width, float[] sums, int j) {
        float sum = sums[j];
        int i = at;
        for (int row = 0; row < rows; row++) {
            sum += values[i];
            i += width;
        }
        sums[j] = sum;
    }
}

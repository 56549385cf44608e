package org.nnlang.runtime.kernel;

import static org.nnlang.runtime.kernel.VectorLanes.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Sums of rows, column by column: four vectors of columns at a time, then one, go through all rows; what is left over goes without. */
final class VectorColumnSums {
    private static final int COUNT = VectorLanes.COUNT;

    private VectorColumnSums() {}

    /** Adds to sums the rows of values, in their order. */
    static void add(float[] values, int rows, int width, float[] sums) {
        int j = 0;
        for (; j + 4 * COUNT <= width; j += 4 * COUNT) {
            addFour(values, j, rows, width, sums);
        }
        for (; j + COUNT <= width; j += COUNT) {
            addOne(values, j, rows, width, sums);
        }
        ColumnSums.add(values, 0, rows, width, sums, 0, j);
    }

    private static void addFour(float[] values, int j, int rows, int width, float[] sums) {
        FloatVector sum0 = FloatVector.fromArray(SPECIES, sums, j);
        FloatVector sum1 = FloatVector.fromArray(SPECIES, sums, j + COUNT);
        FloatVector sum2 = FloatVector.fromArray(SPECIES, sums, j + 2 * COUNT);
        FloatVector sum3 = FloatVector.fromArray(SPECIES, sums, j + 3 * COUNT);
        int at = j;
        for (int row = 0; row < rows; row++) {
            sum0 = FloatVector.fromArray(SPECIES, values, at).add(sum0);
            sum1 = FloatVector.fromArray(SPECIES, values, at + COUNT).add(sum1);
            sum2 = FloatVector.fromArray(SPECIES, values, at + 2 * COUNT).add(sum2);
            sum3 = FloatVector.fromArray(SPECIES, values, at + 3 * COUNT).add(sum3);
            at += width;
        }
        sum0.check(SPECIES);
        sum0.intoArray(sums, j);
        sum1.check(SPECIES);
        sum1.intoArray(sums, j + COUNT);
        sum2.check(SPECIES);
        sum2.intoArray(sums, j + 2 * COUNT);
        sum3.check(SPECIES);
        sum3.intoArray(sums, j + 3 * COUNT);
    }

    private static void addOne(float[] values, int j, int rows, int width, float[] sums) {
        FloatVector sum = FloatVector.fromArray(SPECIES, sums, j);
        int at = j;
        for (int row = 0; row < rows; row++) {
            sum = FloatVector.fromArray(SPECIES, values, at).add(sum);
            at += width;
        }
        sum.check(SPECIES);
        sum.intoArray(sums, j);
    }
}

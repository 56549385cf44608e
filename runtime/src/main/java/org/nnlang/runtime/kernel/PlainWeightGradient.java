package org.nnlang.runtime.kernel;

import java.util.Arrays;

/**
 * The sum over rows of output gradient times input: the product's tiles with the roles changed.
 *
 * <pre>
 *               unit j -&gt;                 g0[j] += x[0, k]   d0[j] + x[1, k]   d1[j]
 *   d0  [ . . . . . . . . ]               g1[j] += x[0, k+1] d0[j] + x[1, k+1] d1[j]
 *   d1  [ . . . . . . . . ]               ...
 * </pre>
 *
 * <p>The sums are the gradient's own arrays, one an input; in the place of the weights are rows of the output gradient,
 * copied into arrays of their own; the factors are taken from x where they lie. Rows come in blocks that stay in the
 * second-level cache while all inputs use them.
 *
 * <p>Short loops are slow, since some turns at both ends of each are not vector instructions. So where a layer has few
 * units, x and the output gradient change places, and j goes over the inputs of the transposed gradient.
 */
final class PlainWeightGradient {
    /** Rows of one block: few enough for the cache, many enough that the gradient is seldom fetched; a multiple of the terms of each tile. */
    static final int BLOCK_ROWS = 72;

    /** The most units for which the gradient is transposed. */
    static final int FEW_UNITS = 64;

    /** The fewest rows that make up for transposing the gradient there and back. */
    private static final int WORTH_TRANSPOSING = 16;

    private PlainWeightGradient() {}

    /** Whether the gradient is transposed, and so calculated for all inputs at once. */
    static boolean transposes(PlainWeights gradient, int rows) {
        int units = gradient.units();
        return units <= FEW_UNITS && gradient.inputs() >= 2 * units && rows >= WORTH_TRANSPOSING;
    }

    /** The gradient by the inputs from {@code from} up to {@code to}: of these rows, or of those before and these. */
    static void calculate(
            PlainWorkspace workspace,
            PlainWeights gradient,
            float[] x,
            float[] outputGradient,
            int rows,
            boolean adds,
            int from,
            int to) {
        int units = gradient.units();
        int inputs = gradient.inputs();
        float[][] sums = gradient.byInput();
        float[][] terms = workspace.rows(Math.min(BLOCK_ROWS, rows));
        if (!transposes(gradient, rows)) {
            if (!adds) {
                clear(sums, from, to, units);
            }
            add(sums, from, to, inputs, units, x, outputGradient, rows, terms);
            return;
        }
        float[][] columns = workspace.columns(units);
        if (adds) {
            PlainTranspose.transpose(sums, inputs, units, columns);
        } else {
            clear(columns, 0, units, inputs);
        }
        add(columns, 0, units, units, inputs, outputGradient, x, rows, terms);
        PlainTranspose.transpose(columns, units, inputs, sums);
    }

    private static void clear(float[][] sums, int from, int to, int width) {
        for (int i = from; i < to; i++) {
            Arrays.fill(sums[i], 0, width, 0f);
        }
    }

    /** Adds {@code factors[r, i] terms[r, j]} to {@code sums[i][j]} for all rows r, for i from {@code from} up to {@code to}, j below width. */
    private static void add(
            float[][] sums,
            int from,
            int to,
            int count,
            int width,
            float[] factors,
            float[] terms,
            int rows,
            float[][] scratch) {
        for (int first = 0; first < rows; first += BLOCK_ROWS) {
            int block = Math.min(BLOCK_ROWS, rows - first);
            for (int row = 0; row < block; row++) {
                System.arraycopy(terms, (first + row) * width, scratch[row], 0, width);
            }
            addBlock(sums, from, to, count, width, factors, first * count, scratch, block);
        }
    }

    private static void addBlock(
            float[][] sums,
            int from,
            int to,
            int count,
            int width,
            float[] factors,
            int at,
            float[][] terms,
            int rows) {
        int i = from;
        if (PlainLargeTile.isFaster(width)) {
            for (; i + PlainLargeTile.SUMS <= to; i += PlainLargeTile.SUMS) {
                eightSums(sums, i, count, width, factors, at + i, terms, rows);
            }
        }
        if (width >= PlainTiles.SHORT) {
            for (; i + PlainTiles.SUMS <= to; i += PlainTiles.SUMS) {
                sixSums(sums, i, count, width, factors, at + i, terms, rows);
            }
        }
        for (; i < to; i++) {
            lastRows(sums[i], count, width, factors, at + i, terms, 0, rows);
        }
    }

    private static void eightSums(
            float[][] sums, int i, int count, int width, float[] factors, int at, float[][] terms, int rows) {
        int row = 0;
        for (; row + PlainLargeTile.TERMS <= rows; row += PlainLargeTile.TERMS) {
            PlainLargeTile.eightSumsFourTerms(sums, i, terms, row, width, factors, at + row * count, 1, count);
        }
        for (int next = 0; next < PlainLargeTile.SUMS; next++) {
            lastRows(sums[i + next], count, width, factors, at + next, terms, row, rows);
        }
    }

    private static void sixSums(
            float[][] sums, int i, int count, int width, float[] factors, int at, float[][] terms, int rows) {
        int row = 0;
        if (width >= PlainTiles.LONG) {
            for (; row + 3 <= rows; row += 3) {
                PlainTiles.sixSumsThreeTerms(sums, i, terms, row, width, factors, at + row * count, 1, count);
            }
        } else {
            for (; row + 2 <= rows; row += 2) {
                PlainTiles.sixSumsTwoTerms(sums, i, terms, row, width, factors, at + row * count, 1, count);
            }
        }
        for (int next = 0; next < PlainTiles.SUMS; next++) {
            lastRows(sums[i + next], count, width, factors, at + next, terms, row, rows);
        }
    }

    private static void lastRows(
            float[] sums, int count, int width, float[] factors, int at, float[][] terms, int from, int to) {
        int row = from;
        for (; row + 4 <= to; row += 4) {
            PlainTiles.oneSumFourTerms(sums, terms, row, width, factors, at + row * count, count);
        }
        for (; row < to; row++) {
            PlainTiles.oneSumOneTerm(sums, terms[row], width, factors[at + row * count]);
        }
    }
}

package org.nnlang.runtime.kernel;

import java.util.Arrays;

/**
 * The product of a block of rows with a weight, cut into tiles.
 *
 * <p>Inputs are taken in blocks whose weights stay in the second-level cache while all rows of the block use them. The
 * order of the inputs is kept everywhere, so that no cut shows in the result.
 */
final class PlainProduct {
    /** Rows of one block; a multiple of the rows of a tile. */
    static final int BLOCK_ROWS = 24;

    /** Weights of one block of inputs: 256 KiB. */
    private static final int BLOCK_WEIGHTS = 1 << 16;

    private PlainProduct() {}

    /** Writes to sums the products of rows of x, from index at, with the weights; at most {@link #BLOCK_ROWS} rows. */
    static void multiply(PlainWeights weights, float[] x, int at, float[][] sums, int rows) {
        int units = weights.units();
        int inputs = weights.inputs();
        for (int row = 0; row < rows; row++) {
            Arrays.fill(sums[row], 0, units, 0);
        }
        int step = Math.max(4, BLOCK_WEIGHTS / units / 4 * 4);
        for (int from = 0; from < inputs; from += step) {
            int to = Math.min(inputs, from + step);
            int row = 0;
            for (; row + 4 <= rows; row += 4) {
                fourRows(weights, x, at + row * inputs, sums, row, from, to);
            }
            for (; row < rows; row++) {
                oneRow(weights, x, at + row * inputs, sums[row], from, to);
            }
        }
    }

    private static void fourRows(PlainWeights weights, float[] x, int at, float[][] sums, int row, int from, int to) {
        int inputs = weights.inputs();
        int k = from;
        if (PlainTiles.TAKES_THREE_TERMS) {
            for (; k + 3 <= to; k += 3) {
                PlainTiles.fourSumsThreeTerms(sums, row, weights.byInput(), k, weights.units(), x, at + k, inputs, 1);
            }
        }
        for (; k + 2 <= to; k += 2) {
            PlainTiles.fourSumsTwoTerms(sums, row, weights.byInput(), k, weights.units(), x, at + k, inputs, 1);
        }
        for (int i = 0; i < 4; i++) {
            lastInputs(weights, x, at + i * inputs, sums[row + i], k, to);
        }
    }

    private static void oneRow(PlainWeights weights, float[] x, int at, float[] sums, int from, int to) {
        int k = from;
        for (; k + 4 <= to; k += 4) {
            PlainTiles.oneSumFourTerms(sums, weights.byInput(), k, weights.units(), x, at + k, 1);
        }
        lastInputs(weights, x, at, sums, k, to);
    }

    private static void lastInputs(PlainWeights weights, float[] x, int at, float[] sums, int from, int to) {
        for (int k = from; k < to; k++) {
            PlainTiles.oneSumOneTerm(sums, weights.byInput()[k], weights.units(), x[at + k]);
        }
    }
}

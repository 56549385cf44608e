package org.nnlang.runtime.kernel;

import java.util.Arrays;

/**
 * The product of a block of rows with a weight, cut into tiles.
 *
 * <p>Inputs are taken in blocks whose weights stay in the second-level cache while all rows of the block use them. The
 * order of the inputs is kept everywhere, so that no cut shows in the result.
 */
final class PlainProduct {
    /** Rows of one block; a multiple of the rows of each tile. */
    static final int BLOCK_ROWS = 24;

    /** Weights of one block of inputs: 256 KiB. */
    private static final int BLOCK_WEIGHTS = 1 << 16;

    private PlainProduct() {}

    /** The rows of a tile of so many units. */
    static int tileRows(int units) {
        return PlainLargeTile.isFaster(units) ? PlainLargeTile.SUMS : PlainTiles.SUMS;
    }

    /**
     * How many rows to calculate last, where so many are left: more than these, some of them once more, where that fills tiles
     * and so is faster.
     *
     * @param tile the rows of a tile
     * @param rows those that there are, of which the left ones are the last
     */
    static int lastRows(int left, int tile, int rows) {
        int filled = (left + tile - 1) / tile * tile;
        boolean fillsSmaller = left % tile == PlainTiles.SUMS;
        return filled - left <= tile / 2 && filled <= rows && !fillsSmaller ? filled : left;
    }

    /** Writes to sums the products of rows of x, from index at, with the weights; at most {@link #BLOCK_ROWS} rows. */
    static void multiply(PlainWeights weights, float[] x, int at, float[][] sums, int rows) {
        int units = weights.units();
        int inputs = weights.inputs();
        for (int row = 0; row < rows; row++) {
            Arrays.fill(sums[row], 0, units, 0);
        }
        int step = Math.max(12, BLOCK_WEIGHTS / units / 12 * 12);
        for (int from = 0; from < inputs; from += step) {
            int to = Math.min(inputs, from + step);
            int row = 0;
            if (PlainLargeTile.isFaster(units)) {
                for (; row + PlainLargeTile.SUMS <= rows; row += PlainLargeTile.SUMS) {
                    eightRows(weights, x, at + row * inputs, sums, row, from, to);
                }
            }
            if (units >= PlainTiles.SHORT) {
                for (; row + PlainTiles.SUMS <= rows; row += PlainTiles.SUMS) {
                    sixRows(weights, x, at + row * inputs, sums, row, from, to);
                }
            }
            for (; row < rows; row++) {
                oneRow(weights, x, at + row * inputs, sums[row], from, to);
            }
        }
    }

    private static void eightRows(PlainWeights weights, float[] x, int at, float[][] sums, int row, int from, int to) {
        int inputs = weights.inputs();
        int k = from;
        for (; k + PlainLargeTile.TERMS <= to; k += PlainLargeTile.TERMS) {
            PlainLargeTile.eightSumsFourTerms(sums, row, weights.byInput(), k, weights.units(), x, at + k, inputs, 1);
        }
        for (int i = 0; i < PlainLargeTile.SUMS; i++) {
            oneRow(weights, x, at + i * inputs, sums[row + i], k, to);
        }
    }

    private static void sixRows(PlainWeights weights, float[] x, int at, float[][] sums, int row, int from, int to) {
        float[][] byInput = weights.byInput();
        int units = weights.units();
        int inputs = weights.inputs();
        int k = from;
        if (units >= PlainTiles.LONG) {
            for (; k + 3 <= to; k += 3) {
                PlainTiles.sixSumsThreeTerms(sums, row, byInput, k, units, x, at + k, inputs, 1);
            }
        } else {
            for (; k + 2 <= to; k += 2) {
                PlainTiles.sixSumsTwoTerms(sums, row, byInput, k, units, x, at + k, inputs, 1);
            }
        }
        for (int i = 0; i < PlainTiles.SUMS; i++) {
            oneRow(weights, x, at + i * inputs, sums[row + i], k, to);
        }
    }

    private static void oneRow(PlainWeights weights, float[] x, int at, float[] sums, int from, int to) {
        int k = from;
        for (; k + 4 <= to; k += 4) {
            PlainTiles.oneSumFourTerms(sums, weights.byInput(), k, weights.units(), x, at + k, 1);
        }
        for (; k < to; k++) {
            PlainTiles.oneSumOneTerm(sums, weights.byInput()[k], weights.units(), x[at + k]);
        }
    }
}

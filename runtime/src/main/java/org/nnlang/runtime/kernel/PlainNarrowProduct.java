package org.nnlang.runtime.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The product of many rows with the weight of few units, transposed: the tiles go over the rows of the batch.
 *
 * <pre>
 *               row j -&gt;                  y0[j] += w[k, 0] x0[j] + w[k+1, 0] x1[j]
 *   x0  [ . . . . . . . . ]               y1[j] += w[k, 1] x0[j] + w[k+1, 1] x1[j]
 *   x1  [ . . . . . . . . ]               ...
 * </pre>
 *
 * <p>Loops over few units are slow, since some turns at both ends of each are not vector instructions. Loops over many
 * rows pay for transposing x and y. The order of the inputs is the same, and so are the bits.
 */
final class PlainNarrowProduct {
    private static final int FEW_UNITS = 64;
    private static final int MANY_ROWS = 32;

    /** Rows of one block. */
    private static final int BLOCK_ROWS = 512;

    /** Inputs of one block, of which those of all rows stay in the second-level cache: whole turns of two terms and of three. */
    private static final int BLOCK_INPUTS = 60;

    private float[][] sums = {};
    private float[][] columns = {};

    /** The weights of one block, input by input. */
    private float[] factors = {};

    /** Whether the loops over rows are so much longer that they pay for the transposing; found by measurement. */
    static boolean isFaster(int units, int rows) {
        return units <= FEW_UNITS && rows >= Math.max(MANY_ROWS, units);
    }

    /** Writes to y the function of the products of rows of x with the weights, plus the bias. */
    void multiply(
            Workspace workspace,
            PlainWeights weights,
            float @Nullable [] bias,
            @Nullable RowFunction function,
            float[] x,
            int firstX,
            float[] y,
            int firstY,
            int rows) {
        int blocks = (rows + BLOCK_ROWS - 1) / BLOCK_ROWS;
        int size = (rows + blocks - 1) / blocks;
        int width = Math.max(PlainTiles.SHORT, size);
        int inputs = Math.min(BLOCK_INPUTS, weights.inputs());
        sums = room(sums, weights.units(), width);
        columns = room(columns, inputs, width);
        if (factors.length < inputs * weights.units()) {
            factors = new float[inputs * weights.units()];
        }
        for (int first = 0; first < rows; first += size) {
            int count = Math.min(size, rows - first);
            multiplyBlock(weights, bias, x, firstX + first, y, firstY + first, count);
            if (function != null) {
                function.apply(workspace, y, (firstY + first) * weights.units(), count, weights.units());
            }
        }
    }

    /** The same memory where there is enough. */
    private static float[][] room(float[][] known, int arrays, int rows) {
        int longest = known.length == 0 ? 0 : known[0].length;
        return arrays <= known.length && rows <= longest
                ? known
                : new float[Math.max(arrays, known.length)][PlainWorkspace.spread(Math.max(rows, longest))];
    }

    private void multiplyBlock(
            PlainWeights weights, float @Nullable [] bias, float[] x, int firstX, float[] y, int firstY, int rows) {
        int units = weights.units();
        int inputs = weights.inputs();
        for (int unit = 0; unit < units; unit++) {
            Arrays.fill(sums[unit], 0, rows, 0);
        }
        for (int from = 0; from < inputs; from += BLOCK_INPUTS) {
            int count = Math.min(BLOCK_INPUTS, inputs - from);
            PlainTranspose.columnsOf(x, firstX * inputs + from, inputs, rows, columns, count);
            for (int k = 0; k < count; k++) {
                System.arraycopy(weights.byInput()[from + k], 0, factors, k * units, units);
            }
            addInputs(units, count, rows);
        }
        if (bias != null) {
            for (int unit = 0; unit < units; unit++) {
                add(bias[unit], sums[unit], rows);
            }
        }
        PlainTranspose.rowsOf(sums, units, y, firstY * units, units, rows);
    }

    private void addInputs(int units, int count, int rows) {
        // What is calculated beyond the last row is not written to y.
        int width = Math.max(PlainTiles.SHORT, rows);
        int unit = 0;
        for (; unit + PlainTiles.SUMS <= units; unit += PlainTiles.SUMS) {
            int k = 0;
            if (width >= PlainTiles.LONG) {
                for (; k + 3 <= count; k += 3) {
                    PlainTiles.sixSumsThreeTerms(sums, unit, columns, k, width, factors, k * units + unit, 1, units);
                }
            } else {
                for (; k + 2 <= count; k += 2) {
                    PlainTiles.sixSumsTwoTerms(sums, unit, columns, k, width, factors, k * units + unit, 1, units);
                }
            }
            lastInputs(unit, unit + PlainTiles.SUMS, k, count, units, width);
        }
        lastInputs(unit, units, 0, count, units, width);
    }

    private void lastInputs(int unit, int lastUnit, int from, int to, int units, int width) {
        for (int i = unit; i < lastUnit; i++) {
            int k = from;
            for (; k + 4 <= to; k += 4) {
                PlainTiles.oneSumFourTerms(sums[i], columns, k, width, factors, k * units + i, units);
            }
            for (; k < to; k++) {
                PlainTiles.oneSumOneTerm(sums[i], columns[k], width, factors[k * units + i]);
            }
        }
    }

    private static void add(float value, float[] row, int count) {
        for (int j = 0; j < count; j++) {
            row[j] += value;
        }
    }
}

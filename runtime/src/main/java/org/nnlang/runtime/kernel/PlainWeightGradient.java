package org.nnlang.runtime.kernel;

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
 */
final class PlainWeightGradient {
    /** Rows of one block: few enough for the cache, many enough that the gradient is seldom fetched. */
    static final int BLOCK_ROWS = 64;

    private PlainWeightGradient() {}

    /** Adds all rows to sums [inputs, units], with a scratch of at least {@link #BLOCK_ROWS} rows of as many units. */
    static void add(float[][] sums, int units, float[] x, float[] outputGradient, int rows, float[][] scratch) {
        int inputs = sums.length;
        for (int first = 0; first < rows; first += BLOCK_ROWS) {
            int count = Math.min(BLOCK_ROWS, rows - first);
            for (int row = 0; row < count; row++) {
                System.arraycopy(outputGradient, (first + row) * units, scratch[row], 0, units);
            }
            addBlock(sums, units, x, first * inputs, count, scratch);
        }
    }

    private static void addBlock(float[][] sums, int units, float[] x, int at, int rows, float[][] scratch) {
        int inputs = sums.length;
        int k = 0;
        for (; k + 4 <= inputs; k += 4) {
            fourInputs(sums, k, units, x, at + k, rows, scratch);
        }
        for (; k < inputs; k++) {
            lastRows(sums[k], units, x, at + k, inputs, 0, rows, scratch);
        }
    }

    private static void fourInputs(float[][] sums, int k, int units, float[] x, int at, int rows, float[][] scratch) {
        int inputs = sums.length;
        int row = 0;
        for (; row + 2 <= rows; row += 2) {
            PlainTiles.fourSumsTwoTerms(sums, k, scratch, row, units, x, at + row * inputs, 1, inputs);
        }
        for (int i = 0; i < 4; i++) {
            lastRows(sums[k + i], units, x, at + i, inputs, row, rows, scratch);
        }
    }

    private static void lastRows(
            float[] sums, int units, float[] x, int at, int inputs, int from, int to, float[][] scratch) {
        int row = from;
        for (; row + 4 <= to; row += 4) {
            PlainTiles.oneSumFourTerms(sums, scratch, row, units, x, at + row * inputs, inputs);
        }
        for (; row < to; row++) {
            PlainTiles.oneSumOneTerm(sums, scratch[row], units, x[at + row * inputs]);
        }
    }
}

package org.nnlang.runtime.kernel;

/**
 * The inner loops of the plain product: a few rows times a few inputs, over all units.
 *
 * <pre>
 *              unit j -&gt;                 y0[j] += x[0, k] w0[j] + x[0, k+1] w1[j]
 *   w0  [ . . . . . . . . ]              y1[j] += x[1, k] w0[j] + x[1, k+1] w1[j]
 *   w1  [ . . . . . . . . ]              ...
 * </pre>
 *
 * <p>Every weight that is loaded serves all rows of the tile, and every sum that is loaded takes all inputs of the tile.
 * The form is strict because the just-in-time compiler makes vector instructions of no other: arrays of their own,
 * indexed by j alone, and no more than eight multiply-adds. Twelve are faster where they become vectors, but on JDK 17 it
 * takes little for them to stay scalar, six times slower.
 */
final class PlainTiles {
    private PlainTiles() {}

    /** Adds inputs k and k + 1 to four rows. */
    static void fourRowsTwoInputs(float[][] sums, int row, float[][] weights, int k, float[] x, int at, int inputs) {
        fourRowsTwoInputs(
                sums[row],
                sums[row + 1],
                sums[row + 2],
                sums[row + 3],
                weights[k],
                weights[k + 1],
                x,
                at,
                at + inputs,
                at + 2 * inputs,
                at + 3 * inputs);
    }

    private static void fourRowsTwoInputs(
            float[] y0,
            float[] y1,
            float[] y2,
            float[] y3,
            float[] w0,
            float[] w1,
            float[] x,
            int at0,
            int at1,
            int at2,
            int at3) {
        float x00 = x[at0];
        float x01 = x[at0 + 1];
        float x10 = x[at1];
        float x11 = x[at1 + 1];
        float x20 = x[at2];
        float x21 = x[at2 + 1];
        float x30 = x[at3];
        float x31 = x[at3 + 1];
        for (int j = 0; j < w0.length; j++) {
            float v0 = w0[j];
            float v1 = w1[j];
            y0[j] = Math.fma(x01, v1, Math.fma(x00, v0, y0[j]));
            y1[j] = Math.fma(x11, v1, Math.fma(x10, v0, y1[j]));
            y2[j] = Math.fma(x21, v1, Math.fma(x20, v0, y2[j]));
            y3[j] = Math.fma(x31, v1, Math.fma(x30, v0, y3[j]));
        }
    }

    /** Adds inputs k to k + 3 to one row: for a batch of one, and for the rows that no tile takes. */
    static void oneRowFourInputs(float[] sums, float[][] weights, int k, float[] x, int at) {
        oneRowFourInputs(sums, weights[k], weights[k + 1], weights[k + 2], weights[k + 3], x, at);
    }

    private static void oneRowFourInputs(float[] y, float[] w0, float[] w1, float[] w2, float[] w3, float[] x, int at) {
        float x0 = x[at];
        float x1 = x[at + 1];
        float x2 = x[at + 2];
        float x3 = x[at + 3];
        for (int j = 0; j < w0.length; j++) {
            y[j] = Math.fma(x3, w3[j], Math.fma(x2, w2[j], Math.fma(x1, w1[j], Math.fma(x0, w0[j], y[j]))));
        }
    }

    /** Adds one input to one row: for the inputs that no tile takes. */
    static void oneRowOneInput(float[] y, float[] w, float x) {
        for (int j = 0; j < w.length; j++) {
            y[j] = Math.fma(x, w[j], y[j]);
        }
    }
}

package org.nnlang.runtime.kernel;

/**
 * The inner loops of the plain products: a few terms added to a few sums, over all elements of a row.
 *
 * <pre>
 *                   j -&gt;                 y0[j] += x00 w0[j] + x01 w1[j]
 *   w0  [ . . . . . . . . ]              y1[j] += x10 w0[j] + x11 w1[j]
 *   w1  [ . . . . . . . . ]              ...
 * </pre>
 *
 * <p>In the forward product the sums are rows of outputs, the terms are inputs, and j goes over the units; in the
 * gradient of the weight the sums are inputs and the terms are rows; where there are few units both are transposed.
 * Every value that is loaded serves all sums of the tile, and every sum that is loaded takes all terms of the tile. The
 * form is strict because the just-in-time compiler makes vector instructions of no other: arrays of their own, indexed by
 * j alone, and no more than about nine multiply-adds of six arrays a loop; one more of either, and on JDK 17 the loop counts
 * as too large and stays scalar, six times slower. Later ones take {@linkplain PlainLargeTile larger loops}.
 *
 * <p>The compiler also looks at how many turns a loop had before: where these were few it takes short vectors or none, or
 * arranges for the turns at both ends, and keeps to that whoever calls next. So there is a tile for long loops only, one for shorter
 * ones, and none for the shortest. Both have more than 325 bytecodes, with which they are never inlined, and so are compiled the
 * same whatever calls them: within the loops of a caller, JDK 17 leaves them scalar.
 */
final class PlainTiles {
    /** The sums of a tile that has several. */
    static final int SUMS = 6;

    /** The shortest loop for {@link #sixSumsThreeTerms}. */
    static final int LONG = 160;

    /** The shortest loop for {@link #sixSumsTwoTerms}. */
    static final int SHORT = 48;

    private PlainTiles() {}

    /**
     * Adds three terms from {@code term} on to six sums from {@code sum} on, in two loops.
     *
     * <p>The factor of sum i and term k is {@code x[at + i * sumStride + k * termStride]}.
     *
     * @param width at least {@link #LONG}
     */
    static void sixSumsThreeTerms(
            float[][] sums,
            int sum,
            float[][] terms,
            int term,
            int width,
            float[] x,
            int at,
            int sumStride,
            int termStride) {
        float[] w0 = terms[term];
        float[] w1 = terms[term + 1];
        float[] w2 = terms[term + 2];
        float[] y0 = sums[sum];
        float[] y1 = sums[sum + 1];
        float[] y2 = sums[sum + 2];
        float x00 = x[at];
        float x01 = x[at + termStride];
        float x02 = x[at + 2 * termStride];
        int at1 = at + sumStride;
        float x10 = x[at1];
        float x11 = x[at1 + termStride];
        float x12 = x[at1 + 2 * termStride];
        int at2 = at + 2 * sumStride;
        float x20 = x[at2];
        float x21 = x[at2 + termStride];
        float x22 = x[at2 + 2 * termStride];
        for (int j = 0; j < width; j++) {
            float v0 = w0[j];
            float v1 = w1[j];
            float v2 = w2[j];
            y0[j] = Math.fma(x02, v2, Math.fma(x01, v1, Math.fma(x00, v0, y0[j])));
            y1[j] = Math.fma(x12, v2, Math.fma(x11, v1, Math.fma(x10, v0, y1[j])));
            y2[j] = Math.fma(x22, v2, Math.fma(x21, v1, Math.fma(x20, v0, y2[j])));
        }
        float[] y3 = sums[sum + 3];
        float[] y4 = sums[sum + 4];
        float[] y5 = sums[sum + 5];
        int at3 = at + 3 * sumStride;
        float x30 = x[at3];
        float x31 = x[at3 + termStride];
        float x32 = x[at3 + 2 * termStride];
        int at4 = at + 4 * sumStride;
        float x40 = x[at4];
        float x41 = x[at4 + termStride];
        float x42 = x[at4 + 2 * termStride];
        int at5 = at + 5 * sumStride;
        float x50 = x[at5];
        float x51 = x[at5 + termStride];
        float x52 = x[at5 + 2 * termStride];
        for (int j = 0; j < width; j++) {
            float v0 = w0[j];
            float v1 = w1[j];
            float v2 = w2[j];
            y3[j] = Math.fma(x32, v2, Math.fma(x31, v1, Math.fma(x30, v0, y3[j])));
            y4[j] = Math.fma(x42, v2, Math.fma(x41, v1, Math.fma(x40, v0, y4[j])));
            y5[j] = Math.fma(x52, v2, Math.fma(x51, v1, Math.fma(x50, v0, y5[j])));
        }
    }

    /**
     * The same with two terms.
     *
     * @param width at least {@link #SHORT}
     */
    static void sixSumsTwoTerms(
            float[][] sums,
            int sum,
            float[][] terms,
            int term,
            int width,
            float[] x,
            int at,
            int sumStride,
            int termStride) {
        float[] w0 = terms[term];
        float[] w1 = terms[term + 1];
        float[] y0 = sums[sum];
        float[] y1 = sums[sum + 1];
        float[] y2 = sums[sum + 2];
        float x00 = x[at];
        float x01 = x[at + termStride];
        int at1 = at + sumStride;
        float x10 = x[at1];
        float x11 = x[at1 + termStride];
        int at2 = at + 2 * sumStride;
        float x20 = x[at2];
        float x21 = x[at2 + termStride];
        for (int j = 0; j < width; j++) {
            float v0 = w0[j];
            float v1 = w1[j];
            y0[j] = Math.fma(x01, v1, Math.fma(x00, v0, y0[j]));
            y1[j] = Math.fma(x11, v1, Math.fma(x10, v0, y1[j]));
            y2[j] = Math.fma(x21, v1, Math.fma(x20, v0, y2[j]));
        }
        float[] y3 = sums[sum + 3];
        float[] y4 = sums[sum + 4];
        float[] y5 = sums[sum + 5];
        int at3 = at + 3 * sumStride;
        float x30 = x[at3];
        float x31 = x[at3 + termStride];
        int at4 = at + 4 * sumStride;
        float x40 = x[at4];
        float x41 = x[at4 + termStride];
        int at5 = at + 5 * sumStride;
        float x50 = x[at5];
        float x51 = x[at5 + termStride];
        for (int j = 0; j < width; j++) {
            float v0 = w0[j];
            float v1 = w1[j];
            y3[j] = Math.fma(x31, v1, Math.fma(x30, v0, y3[j]));
            y4[j] = Math.fma(x41, v1, Math.fma(x40, v0, y4[j]));
            y5[j] = Math.fma(x51, v1, Math.fma(x50, v0, y5[j]));
        }
    }

    /** Adds four terms to one sum: for a batch of one, and for the sums that no tile takes. */
    static void oneSumFourTerms(float[] sums, float[][] terms, int term, int width, float[] x, int at, int termStride) {
        oneSumFourTerms(sums, terms[term], terms[term + 1], terms[term + 2], terms[term + 3], width, x, at, termStride);
    }

    private static void oneSumFourTerms(
            float[] y, float[] w0, float[] w1, float[] w2, float[] w3, int width, float[] x, int at, int next) {
        float x0 = x[at];
        float x1 = x[at + next];
        float x2 = x[at + 2 * next];
        float x3 = x[at + 3 * next];
        for (int j = 0; j < width; j++) {
            y[j] = Math.fma(x3, w3[j], Math.fma(x2, w2[j], Math.fma(x1, w1[j], Math.fma(x0, w0[j], y[j]))));
        }
    }

    /** Adds one term to one sum: for the terms that no tile takes. */
    static void oneSumOneTerm(float[] y, float[] w, int width, float x) {
        for (int j = 0; j < width; j++) {
            y[j] = Math.fma(x, w[j], y[j]);
        }
    }
}

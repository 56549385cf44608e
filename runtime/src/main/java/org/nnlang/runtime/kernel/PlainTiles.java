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
 * j alone, and no more than eight multiply-adds. Twelve are faster where they become vectors, but on JDK 17 it takes
 * little for them to stay scalar, six times slower.
 */
final class PlainTiles {
    /**
     * Whether twelve multiply-adds in a loop surely become vector instructions, too, and then are a fifth faster than eight:
     * on JDK 25, whose compiler decides that in another way.
     */
    static final boolean TAKES_THREE_TERMS = Runtime.version().feature() >= 25;

    private PlainTiles() {}

    /** The same as {@link #fourSumsTwoTerms}, with three terms. */
    static void fourSumsThreeTerms(
            float[][] sums,
            int sum,
            float[][] terms,
            int term,
            int width,
            float[] x,
            int at,
            int sumStride,
            int termStride) {
        fourSumsThreeTerms(
                sums[sum],
                sums[sum + 1],
                sums[sum + 2],
                sums[sum + 3],
                terms[term],
                terms[term + 1],
                terms[term + 2],
                width,
                x,
                at,
                at + sumStride,
                at + 2 * sumStride,
                at + 3 * sumStride,
                termStride);
    }

    private static void fourSumsThreeTerms(
            float[] y0,
            float[] y1,
            float[] y2,
            float[] y3,
            float[] w0,
            float[] w1,
            float[] w2,
            int width,
            float[] x,
            int at0,
            int at1,
            int at2,
            int at3,
            int next) {
        fourSumsThreeTerms(
                y0,
                y1,
                y2,
                y3,
                w0,
                w1,
                w2,
                width,
                x[at0],
                x[at0 + next],
                x[at0 + 2 * next],
                x[at1],
                x[at1 + next],
                x[at1 + 2 * next],
                x[at2],
                x[at2 + next],
                x[at2 + 2 * next],
                x[at3],
                x[at3 + next],
                x[at3 + 2 * next]);
    }

    private static void fourSumsThreeTerms(
            float[] y0,
            float[] y1,
            float[] y2,
            float[] y3,
            float[] w0,
            float[] w1,
            float[] w2,
            int width,
            float x00,
            float x01,
            float x02,
            float x10,
            float x11,
            float x12,
            float x20,
            float x21,
            float x22,
            float x30,
            float x31,
            float x32) {
        for (int j = 0; j < width; j++) {
            float v0 = w0[j];
            float v1 = w1[j];
            float v2 = w2[j];
            y0[j] = Math.fma(x02, v2, Math.fma(x01, v1, Math.fma(x00, v0, y0[j])));
            y1[j] = Math.fma(x12, v2, Math.fma(x11, v1, Math.fma(x10, v0, y1[j])));
            y2[j] = Math.fma(x22, v2, Math.fma(x21, v1, Math.fma(x20, v0, y2[j])));
            y3[j] = Math.fma(x32, v2, Math.fma(x31, v1, Math.fma(x30, v0, y3[j])));
        }
    }

    /**
     * Adds terms {@code term} and {@code term + 1} to four sums from {@code sum} on.
     *
     * <p>The factor of sum i and term k is {@code x[at + i * sumStride + k * termStride]}.
     */
    static void fourSumsTwoTerms(
            float[][] sums,
            int sum,
            float[][] terms,
            int term,
            int width,
            float[] x,
            int at,
            int sumStride,
            int termStride) {
        fourSumsTwoTerms(
                sums[sum],
                sums[sum + 1],
                sums[sum + 2],
                sums[sum + 3],
                terms[term],
                terms[term + 1],
                width,
                x,
                at,
                at + sumStride,
                at + 2 * sumStride,
                at + 3 * sumStride,
                termStride);
    }

    private static void fourSumsTwoTerms(
            float[] y0,
            float[] y1,
            float[] y2,
            float[] y3,
            float[] w0,
            float[] w1,
            int width,
            float[] x,
            int at0,
            int at1,
            int at2,
            int at3,
            int next) {
        fourSumsTwoTerms(
                y0,
                y1,
                y2,
                y3,
                w0,
                w1,
                width,
                x[at0],
                x[at0 + next],
                x[at1],
                x[at1 + next],
                x[at2],
                x[at2 + next],
                x[at3],
                x[at3 + next]);
    }

    private static void fourSumsTwoTerms(
            float[] y0,
            float[] y1,
            float[] y2,
            float[] y3,
            float[] w0,
            float[] w1,
            int width,
            float x00,
            float x01,
            float x10,
            float x11,
            float x20,
            float x21,
            float x30,
            float x31) {
        for (int j = 0; j < width; j++) {
            float v0 = w0[j];
            float v1 = w1[j];
            y0[j] = Math.fma(x01, v1, Math.fma(x00, v0, y0[j]));
            y1[j] = Math.fma(x11, v1, Math.fma(x10, v0, y1[j]));
            y2[j] = Math.fma(x21, v1, Math.fma(x20, v0, y2[j]));
            y3[j] = Math.fma(x31, v1, Math.fma(x30, v0, y3[j]));
        }
    }

    /** The same with the factor of sum i and term k at index {@code at + i} of {@code factors[factor + k]}. */
    static void fourSumsTwoTerms(
            float[][] sums, int sum, float[][] terms, int term, int width, float[][] factors, int factor, int at) {
        float[] x0 = factors[factor];
        float[] x1 = factors[factor + 1];
        fourSumsTwoTerms(
                sums[sum],
                sums[sum + 1],
                sums[sum + 2],
                sums[sum + 3],
                terms[term],
                terms[term + 1],
                width,
                x0[at],
                x1[at],
                x0[at + 1],
                x1[at + 1],
                x0[at + 2],
                x1[at + 2],
                x0[at + 3],
                x1[at + 3]);
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

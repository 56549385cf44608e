package org.nnlang.runtime.kernel;

/**
 * The inner loop of the plain products where loops are long, for just-in-time compilers that make vector instructions of larger loops.
 *
 * <p>Sixteen multiply-adds of eight arrays a loop, where {@link PlainTiles} has nine of six: what is loaded and stored serves more
 * of them. JDK 25 makes vectors of it and is a tenth faster than with the smaller one; JDK 17 leaves it scalar.
 */
final class PlainLargeTile {
    /** The sums of a tile. */
    static final int SUMS = 8;

    /** The terms of a tile. */
    static final int TERMS = 4;

    private static final int FIRST_JDK = 25;
    private static final boolean IS_FASTER = Runtime.version().feature() >= FIRST_JDK;

    private PlainLargeTile() {}

    /** Whether this is the best tile of loops so long. */
    static boolean isFaster(int width) {
        return IS_FASTER && width >= PlainTiles.LONG;
    }

    /** As {@link PlainTiles#sixSumsThreeTerms}, for eight sums and four terms. */
    static void eightSumsFourTerms(
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
        float[] w3 = terms[term + 3];
        float[] y0 = sums[sum];
        float[] y1 = sums[sum + 1];
        float[] y2 = sums[sum + 2];
        float[] y3 = sums[sum + 3];
        float x00 = x[at];
        float x01 = x[at + termStride];
        float x02 = x[at + 2 * termStride];
        float x03 = x[at + 3 * termStride];
        int at1 = at + sumStride;
        float x10 = x[at1];
        float x11 = x[at1 + termStride];
        float x12 = x[at1 + 2 * termStride];
        float x13 = x[at1 + 3 * termStride];
        int at2 = at + 2 * sumStride;
        float x20 = x[at2];
        float x21 = x[at2 + termStride];
        float x22 = x[at2 + 2 * termStride];
        float x23 = x[at2 + 3 * termStride];
        int at3 = at + 3 * sumStride;
        float x30 = x[at3];
        float x31 = x[at3 + termStride];
        float x32 = x[at3 + 2 * termStride];
        float x33 = x[at3 + 3 * termStride];
        for (int j = 0; j < width; j++) {
            float v0 = w0[j];
            float v1 = w1[j];
            float v2 = w2[j];
            float v3 = w3[j];
            y0[j] = Math.fma(x03, v3, Math.fma(x02, v2, Math.fma(x01, v1, Math.fma(x00, v0, y0[j]))));
            y1[j] = Math.fma(x13, v3, Math.fma(x12, v2, Math.fma(x11, v1, Math.fma(x10, v0, y1[j]))));
            y2[j] = Math.fma(x23, v3, Math.fma(x22, v2, Math.fma(x21, v1, Math.fma(x20, v0, y2[j]))));
            y3[j] = Math.fma(x33, v3, Math.fma(x32, v2, Math.fma(x31, v1, Math.fma(x30, v0, y3[j]))));
        }
        float[] y4 = sums[sum + 4];
        float[] y5 = sums[sum + 5];
        float[] y6 = sums[sum + 6];
        float[] y7 = sums[sum + 7];
        int at4 = at + 4 * sumStride;
        float x40 = x[at4];
        float x41 = x[at4 + termStride];
        float x42 = x[at4 + 2 * termStride];
        float x43 = x[at4 + 3 * termStride];
        int at5 = at + 5 * sumStride;
        float x50 = x[at5];
        float x51 = x[at5 + termStride];
        float x52 = x[at5 + 2 * termStride];
        float x53 = x[at5 + 3 * termStride];
        int at6 = at + 6 * sumStride;
        float x60 = x[at6];
        float x61 = x[at6 + termStride];
        float x62 = x[at6 + 2 * termStride];
        float x63 = x[at6 + 3 * termStride];
        int at7 = at + 7 * sumStride;
        float x70 = x[at7];
        float x71 = x[at7 + termStride];
        float x72 = x[at7 + 2 * termStride];
        float x73 = x[at7 + 3 * termStride];
        for (int j = 0; j < width; j++) {
            float v0 = w0[j];
            float v1 = w1[j];
            float v2 = w2[j];
            float v3 = w3[j];
            y4[j] = Math.fma(x43, v3, Math.fma(x42, v2, Math.fma(x41, v1, Math.fma(x40, v0, y4[j]))));
            y5[j] = Math.fma(x53, v3, Math.fma(x52, v2, Math.fma(x51, v1, Math.fma(x50, v0, y5[j]))));
            y6[j] = Math.fma(x63, v3, Math.fma(x62, v2, Math.fma(x61, v1, Math.fma(x60, v0, y6[j]))));
            y7[j] = Math.fma(x73, v3, Math.fma(x72, v2, Math.fma(x71, v1, Math.fma(x70, v0, y7[j]))));
        }
    }
}

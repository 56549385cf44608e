package org.nnlang.runtime.kernel;

/** The function of {@link SingleGelu} with its bits, in the kind of steps of {@link PlainExponential}. */
final class PlainGelu {
    private PlainGelu() {}

    /** m = |x|, and e^(-m^2 / 2) as 2^n (1 + q). */
    static void exponential(float[] x, float[] m, float[] q, float[] n, int count) {
        for (int j = 0; j < count; j++) {
            float magnitude = Math.min(Math.abs(x[j]), SingleGelu.LIMIT);
            float s = SingleGelu.minusHalfSquare(magnitude);
            float whole = PlainExponential.whole(s, SingleExponential.LOG2_E);
            m[j] = magnitude;
            q[j] = SingleGelu.fraction(magnitude, s, whole);
            n[j] = whole;
        }
    }

    /** The function of x, in place. */
    static void gelu(float[] x, float[] m, float[] q, float[] scale, int count) {
        for (int j = 0; j < count; j++) {
            float tail = SingleGelu.tail(m[j], SingleGelu.minusHalfSquare(m[j]), q[j], scale[j]);
            x[j] = SingleGelu.gelu(x[j], tail);
        }
    }
}

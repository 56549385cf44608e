package org.nnlang.runtime.kernel;

/**
 * The Gaussian error linear unit x F(x), where F is the normal distribution function, in float arithmetic: every step has a
 * vector instruction.
 *
 * <p>As max(x, 0) - m F(-m) with m = |x| it needs no choice, and is relatively exact in the left tail. There F(-m) is
 * e^s W(m) with s = -m^2 / 2, and W is a quotient of two polynomials with positive coefficients, the one of least maximum
 * error (Lawson's algorithm), fitted again after each coefficient was rounded to a float.
 */
final class SingleGelu {
    /** Beyond it, m F(-m) is 0 for a float. */
    static final float LIMIT = 14.5f;

    static final float P0 = 0.6875f;
    static final float P1 = 0.60111225f;
    static final float P2 = 0.25077456f;
    static final float P3 = 0.055466026f;
    static final float P4 = 0.0055970736f;

    static final float Q0 = 1.375f;
    static final float Q1 = 2.2993162f;
    static final float Q2 = 1.6486326f;
    static final float Q3 = 0.6424151f;
    static final float Q4 = 0.13904198f;
    static final float Q5 = 0.014029609f;

    private SingleGelu() {}

    static float gelu(float x) {
        float m = Math.min(Math.abs(x), LIMIT);
        float s = minusHalfSquare(m);
        float shifted = Math.fma(s, SingleExponential.LOG2_E, SingleExponential.ROUND);
        float q = fraction(m, s, shifted - SingleExponential.ROUND);
        int n = Float.floatToRawIntBits(shifted) - SingleExponential.BITS_OF_ROUND;
        return gelu(x, tail(m, s, q, SingleExponential.powerOfTwo(n + SingleExponential.SHIFT)));
    }

    static float minusHalfSquare(float m) {
        return m * (-0.5f * m);
    }

    /** e^(-m^2 / 2 - n ln 2) - 1. */
    static float fraction(float m, float s, float n) {
        float rest = Math.fma(-0.5f * m, m, -s);
        float r = Math.fma(n, -SingleExponential.LN_2_HIGH, s) + Math.fma(n, -SingleExponential.LN_2_LOW, rest);
        float square = r * r;
        // By halves: in a row, as e^x has them, the factors take twice as long, and here everything waits for them.
        float p = Math.fma(SingleExponential.P5, r, SingleExponential.P4);
        p = Math.fma(p, square, Math.fma(SingleExponential.P3, r, SingleExponential.P2));
        p = Math.fma(p, square, Math.fma(SingleExponential.P1, r, SingleExponential.P0));
        return Math.fma(square, p, r);
    }

    /** m W(m) scale (1 + q), with a scale that is too large by 2^64: e^s may be too small for a float. */
    static float tail(float m, float s, float q, float scale) {
        // Powers of m from the second on are made of s.
        float rise = Math.fma(Math.fma(4 * P4, s, Math.fma(-2 * P3, m, -2 * P2)), s, P1 * m);
        // P0 comes last, so that p (1 + q) is hardly rounded more than once.
        float dividend = Math.fma(rise + P0, q, rise) + P0;
        float fall = Math.fma(Math.fma(4 * Q5, m, 4 * Q4), s, Math.fma(-2 * Q3, m, -2 * Q2));
        float divisor = Q0 + Math.fma(Q1, m, fall * s);
        // Not the quotient of the two: so the division, which takes long, does not wait for q.
        return m * scale / divisor * dividend;
    }

    static float gelu(float x, float tail) {
        return Math.fma(tail, -SingleExponential.SHIFT_BACK, Math.max(x, 0));
    }
}

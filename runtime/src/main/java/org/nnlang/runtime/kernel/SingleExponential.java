package org.nnlang.runtime.kernel;

/**
 * e^x and what hot loops make of it, in float arithmetic: every step has a vector instruction.
 *
 * <p>x = n ln 2 + r with a whole n and |r| &lt;= ln 2 / 2, hence e^x = 2^n (1 + q), where q = e^r - 1 is r + r^2 P(r). P is the
 * polynomial of least maximum error (Remez' algorithm). No step branches.
 */
final class SingleExponential {
    /** e^x is infinite from here on. */
    static final float HIGH = 89;

    /** e^x is 0 below. */
    static final float LOW = -104;

    /** e^x is nothing beside 1 below. */
    static final float NEGLIGIBLE = -20;

    /** The hyperbolic tangent is 1 beyond. */
    static final float TANH_LIMIT = 9.03f;

    static final float LOG2_E = 1.442695f;
    static final float LN_2_HIGH = 0.6931472f;
    static final float LN_2_LOW = -1.9046542e-9f;

    /** Adding it rounds to whole numbers, which then are the lowest bits: 1.5 x 2^23. */
    static final float ROUND = 0x1.8p23f;

    static final int BITS_OF_ROUND = 0x4b400000;

    /** Powers of two whose exponent no normal float has are calculated with another one, this much away. */
    static final int SHIFT = 64;

    static final float SHIFT_BACK = 0x1p-64f;

    static final float P0 = 0.5f;
    static final float P1 = 0.16666667f;
    static final float P2 = 0.041666463f;
    static final float P3 = 0.008333286f;
    static final float P4 = 0.001393366f;
    static final float P5 = 0.00019907636f;

    private SingleExponential() {}

    /** e^x. */
    static float exp(float x) {
        float limited = Math.max(LOW, Math.min(HIGH, x));
        float shifted = Math.fma(limited, LOG2_E, ROUND);
        float q = fraction(limited, shifted - ROUND);
        int n = Float.floatToRawIntBits(shifted) - BITS_OF_ROUND;
        // In two factors: the power itself may be too large or too small for a float.
        int half = n >> 1;
        float scale = powerOfTwo(half);
        return Math.fma(scale, q, scale) * powerOfTwo(n - half);
    }

    /** e^x - 1, relatively exact near 0 too. */
    static float expm1(float x) {
        float limited = Math.max(NEGLIGIBLE, Math.min(HIGH, x));
        float shifted = Math.fma(limited, LOG2_E, ROUND);
        float q = fraction(limited, shifted - ROUND);
        int n = Float.floatToRawIntBits(shifted) - BITS_OF_ROUND;
        // Half of it first: 2^128 is too large for a float.
        float scale = powerOfTwo(n - 1);
        return 2 * Math.fma(scale, q, scale - 0.5f);
    }

    /** e^(x - n ln 2) - 1. */
    static float fraction(float x, float n) {
        return fraction(Math.fma(-n, LN_2_LOW, Math.fma(-n, LN_2_HIGH, x)));
    }

    /** e^r - 1 for |r| up to ln 2 / 2. */
    static float fraction(float r) {
        float p = Math.fma(P5, r, P4);
        p = Math.fma(p, r, P3);
        p = Math.fma(p, r, P2);
        p = Math.fma(p, r, P1);
        p = Math.fma(p, r, P0);
        return Math.fma(r * r, p, r);
    }

    static float powerOfTwo(int n) {
        return Float.intBitsToFloat((n + 127) << 23);
    }

    /** 1 / (1 + e^-x). */
    static float sigmoid(float x) {
        float limited = Math.max(NEGLIGIBLE, Math.min(-LOW, -x));
        float shifted = Math.fma(limited, LOG2_E, ROUND);
        float q = fraction(limited, shifted - ROUND);
        return sigmoid(powerOfTwo(Float.floatToRawIntBits(shifted) - BITS_OF_ROUND - SHIFT), q);
    }

    /**
     * 1 / (1 + e) of e in the form scale (1 + q), too small by 2^64: e^104 is too large for a float.
     *
     * <p>1 and what is small of e come first: so rounding takes less from the sum than it would from e and then from 1 + e, and
     * the error stays below 2 ulp. To halve it takes 14 steps more.
     */
    static float sigmoid(float scale, float q) {
        return SHIFT_BACK / (Math.fma(scale, q, SHIFT_BACK) + scale);
    }

    /** (e^2x - 1) / (e^2x + 1). */
    static float tanh(float x) {
        float limited = Math.min(Math.abs(x), TANH_LIMIT);
        float shifted = Math.fma(limited, 2 * LOG2_E, ROUND);
        float r = Math.fma(shifted - ROUND, -LN_2_HIGH / 2, limited);
        r = Math.fma(shifted - ROUND, -LN_2_LOW / 2, r);
        float square = r * r;
        float p = halfSlope(r, square);
        float h = Math.fma(square, p, r);
        float hRest = Math.fma(square, p, r - h);
        float scale = powerOfTwo(Float.floatToRawIntBits(shifted) - BITS_OF_ROUND);
        float less = Math.fma(scale, 0.5f, -0.5f);
        float m = Math.fma(scale, h, less);
        float mRest = Math.fma(scale, hRest, Math.fma(scale, h, less - m));
        return Math.copySign(tanh(m, mRest), x);
    }

    /** (h - r) / r^2 for h = (e^2r - 1) / 2; by halves, since in a row it takes twice as long until p is there. */
    static float halfSlope(float r, float square) {
        float p = Math.fma(Math.fma(64 * P5, r, 32 * P4), square, Math.fma(16 * P3, r, 8 * P2));
        return Math.fma(p, square, Math.fma(4 * P1, r, 2 * P0));
    }

    /** m / (1 + m) of m = (e^2x - 1) / 2 and what rounding took from it. */
    static float tanh(float m, float mRest) {
        float divisor = 1 + m;
        float divisorRest = 1 - divisor + m + mRest;
        float inverse = 1 / divisor;
        float quotient = m * inverse;
        float left = Math.fma(-quotient, divisor, m) + Math.fma(-quotient, divisorRest, mRest);
        return Math.fma(left, inverse, quotient);
    }
}

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

    /** e^x - 1 is -1 below. */
    static final float MINUS_ONE = -20;

    static final float LOG2_E = 1.442695f;
    static final float LN_2_HIGH = 0.6931472f;
    static final float LN_2_LOW = -1.9046542e-9f;

    /** Adding it rounds to whole numbers, which then are the lowest bits: 1.5 x 2^23. */
    static final float ROUND = 0x1.8p23f;

    static final int BITS_OF_ROUND = 0x4b400000;

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
        float limited = Math.max(MINUS_ONE, Math.min(HIGH, x));
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

    /** 1 / (1 + e^-x), from the one of e^x and e^-x that cannot overflow. */
    static float sigmoid(float x) {
        float limited = Math.max(LOW, -Math.abs(x));
        float shifted = Math.fma(limited, LOG2_E, ROUND);
        float q = fraction(limited, shifted - ROUND);
        int n = Float.floatToRawIntBits(shifted) - BITS_OF_ROUND;
        int half = n >> 1;
        float scale = powerOfTwo(half);
        float other = powerOfTwo(n - half);
        float scaled = Math.fma(scale, q, scale);
        float e = scaled * other;
        float eRest = Math.fma(scale, q, scale - scaled) * other;
        return x < 0 ? quotient(e, eRest, e, eRest) : quotient(1, 0, e, eRest);
    }

    /** (1 - e^-2x) / (1 + e^-2x), as -m / (1 + m) with m = (e^-2x - 1) / 2. */
    static float tanh(float x) {
        float limited = Math.max(MINUS_ONE, -2 * Math.abs(x));
        float shifted = Math.fma(limited, LOG2_E, ROUND);
        float q = fraction(limited, shifted - ROUND);
        float scale = powerOfTwo(Float.floatToRawIntBits(shifted) - BITS_OF_ROUND - 1);
        float m = Math.fma(scale, q, scale - 0.5f);
        float mRest = Math.fma(scale, q, scale - 0.5f - m);
        return Math.copySign(quotient(m, mRest, m, mRest), x);
    }

    /**
     * (a + aRest) / (1 + b + bRest) for |b| up to 1, with hardly more than the last rounding's error.
     *
     * <p>The rests are what a and b lost when they were rounded; the first quotient is corrected by what it leaves over.
     */
    static float quotient(float a, float aRest, float b, float bRest) {
        float divisor = 1 + b;
        float divisorRest = 1 - divisor + b + bRest;
        float inverse = 1 / divisor;
        float quotient = a * inverse;
        float left = Math.fma(-quotient, divisor, a) + Math.fma(-quotient, divisorRest, aRest);
        return Math.fma(left, inverse, quotient);
    }
}

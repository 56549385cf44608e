package org.nnlang.runtime.kernel;

/**
 * The functions of {@link SingleExponential} with its bits, in steps that the compiler of the virtual machine makes vectors of by
 * itself: + - * /, fused multiply-adds, least and greatest, and neither a choice nor the bits of a number.
 */
final class PlainExponential {
    /** Times this twice, the least float is above 1. */
    private static final float HUGE = 0x1p75f;

    private static final float A0 = 0.9980149f;
    private static final float A1 = 0.01096706f;
    private static final float A2 = 6.288787e-05f;
    private static final float A3 = 1.9657641e-07f;

    private static final float B0 = 1.0118856f;
    private static final float B1 = 0.036598038f;
    private static final float B2 = 0.0016549123f;

    private static final float ONE_BIT = 0x1p23f + 1;

    private PlainExponential() {}

    static float exp(float x) {
        float limited = Math.max(SingleExponential.LOW, Math.min(SingleExponential.HIGH, x));
        float n = whole(limited, SingleExponential.LOG2_E);
        float q = SingleExponential.fraction(limited, n);
        float half = whole(n, 0.5f);
        float scale = powerOfTwo(half);
        return Math.fma(scale, q, scale) * (scale * smallPowerOfTwo(Math.fma(-2, half, n)));
    }

    static float expm1(float x) {
        float limited = Math.max(SingleExponential.NEGLIGIBLE, Math.min(SingleExponential.HIGH, x));
        float n = whole(limited, SingleExponential.LOG2_E);
        float q = SingleExponential.fraction(limited, n);
        float half = whole(n - 1, 0.5f);
        float root = powerOfTwo(half);
        float scale = root * smallPowerOfTwo(Math.fma(-2, half, n - 1)) * root;
        return 2 * Math.fma(scale, q, scale - 0.5f);
    }

    /** e^-x as 2^n (1 + q), with q in the place of x. */
    static void exponentialOfMinus(float[] x, float[] n, int count) {
        for (int j = 0; j < count; j++) {
            float limited = Math.max(SingleExponential.NEGLIGIBLE, Math.min(-SingleExponential.LOW, -x[j]));
            float whole = whole(limited, SingleExponential.LOG2_E);
            x[j] = SingleExponential.fraction(limited, whole);
            n[j] = whole;
        }
    }

    /** 2^(n + {@link SingleExponential#SHIFT}) in the place of n. */
    static void powersOfTwo(float[] n, int count) {
        for (int j = 0; j < count; j++) {
            n[j] = powerOfTwo(n[j] + SingleExponential.SHIFT);
        }
    }

    /** The sigmoid of x, in the place of q, of what {@link #exponentialOfMinus} made of x. */
    static void sigmoid(float[] q, float[] n, int count) {
        for (int j = 0; j < count; j++) {
            q[j] = SingleExponential.sigmoid(powerOfTwo(n[j] - SingleExponential.SHIFT), q[j]);
        }
    }

    /** e^2|x| as 2^n (1 + 2 h + 2 hRest). */
    static void exponentialOfTwice(float[] x, float[] n, float[] h, float[] hRest, int count) {
        for (int j = 0; j < count; j++) {
            float limited = Math.min(Math.abs(x[j]), SingleExponential.TANH_LIMIT);
            float whole = whole(limited, 2 * SingleExponential.LOG2_E);
            float r = Math.fma(whole, -SingleExponential.LN_2_HIGH / 2, limited);
            r = Math.fma(whole, -SingleExponential.LN_2_LOW / 2, r);
            float square = r * r;
            float p = SingleExponential.halfSlope(r, square);
            float rounded = Math.fma(square, p, r);
            h[j] = rounded;
            hRest[j] = Math.fma(square, p, r - rounded);
            n[j] = whole;
        }
    }

    /** m = (e^2|x| - 1) / 2 in the place of h and what rounding took from it in the place of hRest. */
    static void halfExpm1(float[] n, float[] h, float[] hRest, int count) {
        for (int j = 0; j < count; j++) {
            float scale = powerOfTwoUpTo27(n[j]);
            float less = Math.fma(scale, 0.5f, -0.5f);
            float m = Math.fma(scale, h[j], less);
            hRest[j] = Math.fma(scale, hRest[j], Math.fma(scale, h[j], less - m));
            h[j] = m;
        }
    }

    /** The hyperbolic tangent of |x| with the sign of x, in the place of x. */
    static void tanh(float[] x, float[] m, float[] mRest, int count) {
        for (int j = 0; j < count; j++) {
            x[j] = SingleExponential.tanh(m[j], mRest[j]) * sign(x[j]);
        }
    }

    /** The whole number nearest to a times b. */
    static float whole(float a, float b) {
        return Math.fma(a, b, SingleExponential.ROUND) - SingleExponential.ROUND;
    }

    /** 2^n for a whole n from -93 to 88: about 2^(n / 64), squared six times, and rounded to one bit as Veltkamp does. */
    static float powerOfTwo(float n) {
        float p = Math.fma(A3, n, A2);
        p = Math.fma(p, n, A1);
        p = Math.fma(p, n, A0);
        p = p * p;
        p = p * p;
        p = p * p;
        p = p * p;
        p = p * p;
        p = p * p;
        float large = p * ONE_BIT;
        return large - (large - p);
    }

    /** 2^n for a whole n from 0 to 27: about 2^(n / 16), squared four times. */
    private static float powerOfTwoUpTo27(float n) {
        float p = Math.fma(Math.fma(B2, n, B1), n, B0);
        p = p * p;
        p = p * p;
        p = p * p;
        p = p * p;
        float large = p * ONE_BIT;
        return large - (large - p);
    }

    /** 2^n for n = -1, 0 or 1. */
    private static float smallPowerOfTwo(float n) {
        return Math.fma(Math.fma(0.25f, n, 0.75f), n, 1);
    }

    /** -1, 1, or x where that is 0 or NaN. */
    static float sign(float x) {
        return Math.max(-1, Math.min(1, x * HUGE * HUGE));
    }
}

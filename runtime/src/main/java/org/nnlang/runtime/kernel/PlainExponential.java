package org.nnlang.runtime.kernel;

/**
 * The functions of {@link SingleExponential} with its bits, in steps that the compiler of the virtual machine makes vectors of by
 * itself: + - * /, fused multiply-adds, least and greatest, and neither a choice nor the bits of a number.
 */
final class PlainExponential {
    /** Times this twice, the least float is above 1. */
    private static final float HUGE = 0x1p75f;

    private static final float A0 = 0.9990467f;
    private static final float A1 = 0.01092482f;
    private static final float A2 = 6.101361e-5f;
    private static final float A3 = 1.8582578e-7f;

    private static final float ONE_BIT = 0x1p23f + 1;

    /** What is added to exponents below those of normal floats. */
    private static final int SHIFT = 64;

    private static final float SHIFT_BACK = 0x1p-64f;

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
        float limited = Math.max(SingleExponential.MINUS_ONE, Math.min(SingleExponential.HIGH, x));
        float n = whole(limited, SingleExponential.LOG2_E);
        float q = SingleExponential.fraction(limited, n);
        float half = whole(n - 1, 0.5f);
        float root = powerOfTwo(half);
        float scale = root * smallPowerOfTwo(Math.fma(-2, half, n - 1)) * root;
        return 2 * Math.fma(scale, q, scale - 0.5f);
    }

    /** e^-|x| and what rounding took from it. */
    static void exponentialOfMinusMagnitude(float[] x, float[] e, float[] rest, int count) {
        for (int j = 0; j < count; j++) {
            float limited = Math.max(SingleExponential.LOW, -Math.abs(x[j]));
            float n = whole(limited, SingleExponential.LOG2_E);
            float q = SingleExponential.fraction(limited, n);
            float scale = powerOfTwo(n + SHIFT);
            float scaled = Math.fma(scale, q, scale);
            e[j] = scaled * SHIFT_BACK;
            rest[j] = Math.fma(scale, q, scale - scaled) * SHIFT_BACK;
        }
    }

    /** The sigmoid of x, in place, of what the loop above made of x. */
    static void sigmoid(float[] x, float[] e, float[] rest, int count) {
        for (int j = 0; j < count; j++) {
            float right = Math.fma(0.5f, sign(x[j]), 0.5f);
            float left = 1 - right;
            x[j] = SingleExponential.quotient(Math.fma(e[j], left, right), rest[j] * left, e[j], rest[j]);
        }
    }

    /** (e^-2|x| - 1) / 2 and what rounding took from it. */
    static void halfExpm1(float[] x, float[] m, float[] rest, int count) {
        for (int j = 0; j < count; j++) {
            float limited = Math.max(SingleExponential.MINUS_ONE, -2 * Math.abs(x[j]));
            float n = whole(limited, SingleExponential.LOG2_E);
            float q = SingleExponential.fraction(limited, n);
            float scale = powerOfTwo(n - 1);
            float rounded = Math.fma(scale, q, scale - 0.5f);
            m[j] = rounded;
            rest[j] = Math.fma(scale, q, scale - 0.5f - rounded);
        }
    }

    /** The hyperbolic tangent of x, in place, of what the loop above made of x. */
    static void tanh(float[] x, float[] m, float[] rest, int count) {
        for (int j = 0; j < count; j++) {
            x[j] = Math.abs(SingleExponential.quotient(m[j], rest[j], m[j], rest[j])) * sign(x[j]);
        }
    }

    /** The whole number nearest to a times b. */
    static float whole(float a, float b) {
        return Math.fma(a, b, SingleExponential.ROUND) - SingleExponential.ROUND;
    }

    /** 2^n for a whole n from -86 to 66: about 2^(n / 64), squared six times, and rounded to one bit as Veltkamp does. */
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

    /** 2^n for n = -1, 0 or 1. */
    private static float smallPowerOfTwo(float n) {
        return Math.fma(Math.fma(0.25f, n, 0.75f), n, 1);
    }

    /** -1, 1, or x where that is 0 or NaN. */
    static float sign(float x) {
        return Math.max(-1, Math.min(1, x * HUGE * HUGE));
    }
}

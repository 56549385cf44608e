package org.nnlang.runtime.kernel;

/**
 * The error function and its complement in float arithmetic: every step has a vector instruction.
 *
 * <p>Up to 1, erf x = x + x P(x^2). Beyond, erf x = 1 - e^R(x), where R is near the logarithm of erfc. The complement must be
 * relatively exact in its tail too and is e^(-x^2) Q(t) u with u = 1 / (x + 1.5) and t = 1 - 3 u, which is
 * (x - 1.5) / (x + 1.5), the variable of Shepherd and Laframboise (1981). P, Q and R are the polynomials of least maximum
 * error (Lawson's algorithm), fitted again after each coefficient was rounded to a float.
 */
final class SingleErrorFunction {
    /** Beyond it, erf is 1 for a float. */
    static final float ERF_LIMIT = 3.95f;

    /** Beyond it, erfc is 0 for a float. */
    static final float ERFC_LIMIT = 10.06f;

    static final float P0 = 0.12837917f;
    static final float P1 = -0.37612626f;
    static final float P2 = 0.11283579f;
    static final float P3 = -0.026853347f;
    static final float P4 = 0.005187162f;
    static final float P5 = -0.0007997853f;
    static final float P6 = 7.806904e-05f;

    static final float R0 = -0.00035371052f;
    static final float R1 = -1.12704f;
    static final float R2 = -0.6382258f;
    static final float R3 = -0.10303715f;
    static final float R4 = 0.021805143f;
    static final float R5 = -0.002939543f;
    static final float R6 = 0.00018556512f;

    static final float CENTER = 1.5f;
    static final float Q0 = 0.96475625f;
    static final float Q1 = -0.50785f;
    static final float Q2 = 0.07562175f;
    static final float Q3 = 0.047768015f;
    static final float Q4 = -0.008119563f;
    static final float Q5 = -0.00945975f;
    static final float Q6 = -0.0008075517f;
    static final float Q7 = 0.0017726211f;
    static final float Q8 = 0.0008666369f;
    static final float Q9 = -6.869303e-05f;
    static final float Q10 = -0.00022787601f;
    static final float Q11 = -7.256221e-05f;

    private SingleErrorFunction() {}

    /** 2 / sqrt(pi) times the integral of e^(-t^2) from 0 to x. */
    static float erf(float x) {
        float magnitude = Math.abs(x);
        return magnitude < 1 ? nearZero(x) : Math.copySign(1 - tail(Math.min(magnitude, ERF_LIMIT)), x);
    }

    static float nearZero(float x) {
        float z = x * x;
        float p = Math.fma(P6, z, P5);
        p = Math.fma(p, z, P4);
        p = Math.fma(p, z, P3);
        p = Math.fma(p, z, P2);
        p = Math.fma(p, z, P1);
        p = Math.fma(p, z, P0);
        return Math.fma(x, p, x);
    }

    /** 1 - erf(x) for x from 1 to the limit, exact enough to be subtracted from 1. */
    private static float tail(float x) {
        float power = tailPower(x);
        float shifted = Math.fma(power, SingleExponential.LOG2_E, SingleExponential.ROUND);
        float n = shifted - SingleExponential.ROUND;
        float q = SingleExponential.fraction(power, n);
        float scale = SingleExponential.powerOfTwo(Float.floatToRawIntBits(shifted) - SingleExponential.BITS_OF_ROUND);
        return Math.fma(scale, q, scale);
    }

    /** The logarithm of 1 - erf(x) for x from 1 to the limit. */
    static float tailPower(float x) {
        float power = Math.fma(R6, x, R5);
        power = Math.fma(power, x, R4);
        power = Math.fma(power, x, R3);
        power = Math.fma(power, x, R2);
        power = Math.fma(power, x, R1);
        return Math.fma(power, x, R0);
    }

    /** 1 - erf(x). */
    static float erfc(float x) {
        float magnitude = Math.min(Math.abs(x), ERFC_LIMIT);
        float square = magnitude * magnitude;
        float squareRest = Math.fma(magnitude, magnitude, -square);
        float shifted = Math.fma(-square, SingleExponential.LOG2_E, SingleExponential.ROUND);
        float n = shifted - SingleExponential.ROUND;
        float r = Math.fma(-n, SingleExponential.LN_2_HIGH, -square)
                + Math.fma(-n, SingleExponential.LN_2_LOW, -squareRest);
        float q = SingleExponential.fraction(r);
        float u = inverse(magnitude);
        float uRest = inverseRest(magnitude, u);
        float t = variable(u, uRest);
        float y = product(q, t, slope(t), u, uRest);
        float scale = SingleExponential.powerOfTwo(
                Float.floatToRawIntBits(shifted) - SingleExponential.BITS_OF_ROUND + SingleExponential.SHIFT);
        float tail = y * scale * SingleExponential.SHIFT_BACK;
        return x < 0 ? 2 - tail : tail;
    }

    /** u, which is 1 / (x + 1.5). */
    static float inverse(float x) {
        return 1 / (x + CENTER);
    }

    /** What u lost when it was rounded. */
    static float inverseRest(float x, float u) {
        float divisor = x + CENTER;
        float divisorRest = x - (divisor - CENTER);
        return u * Math.fma(-u, divisorRest, Math.fma(-u, divisor, 1));
    }

    /** (x - 1.5) / (x + 1.5). */
    static float variable(float u, float uRest) {
        return Math.fma(-2 * CENTER, uRest, Math.fma(-2 * CENTER, u, 1));
    }

    /** (1 + q) Q(t) u, where what each rounding loses is carried along. */
    static float product(float q, float t, float slope, float u, float uRest) {
        float g = Math.fma(slope, t, Q0);
        float gRest = Math.fma(slope, t, Q0 - g);
        float v = g * u;
        float vRest = Math.fma(gRest, u, Math.fma(g, uRest, Math.fma(g, u, -v)));
        return v + Math.fma(v, q, Math.fma(vRest, q, vRest));
    }

    /** (Q(t) - Q(0)) / t. */
    static float slope(float t) {
        float p = Math.fma(Q11, t, Q10);
        p = Math.fma(p, t, Q9);
        p = Math.fma(p, t, Q8);
        p = Math.fma(p, t, Q7);
        p = Math.fma(p, t, Q6);
        p = Math.fma(p, t, Q5);
        p = Math.fma(p, t, Q4);
        p = Math.fma(p, t, Q3);
        p = Math.fma(p, t, Q2);
        return Math.fma(p, t, Q1);
    }
}

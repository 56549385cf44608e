package org.nnlang.runtime.kernel;

/** The functions of {@link SingleErrorFunction} with its bits, in the kind of steps of {@link PlainExponential}. */
final class PlainErrorFunction {
    /** Times this, what is left to 1 from the float below it is above 1. */
    private static final float LARGE = 0x1p30f;

    private PlainErrorFunction() {}

    /** The logarithm of 1 - erf(|x|) where that is at least 1. */
    static void erfPower(float[] x, float[] power, int count) {
        for (int j = 0; j < count; j++) {
            power[j] = SingleErrorFunction.tailPower(Math.min(Math.abs(x[j]), SingleErrorFunction.ERF_LIMIT));
        }
    }

    /** 1 - e^power, in place. */
    static void erfFar(float[] power, int count) {
        for (int j = 0; j < count; j++) {
            float n = PlainExponential.whole(power[j], SingleExponential.LOG2_E);
            float q = SingleExponential.fraction(power[j], n);
            float scale = PlainExponential.powerOfTwo(n);
            power[j] = 1 - Math.fma(scale, q, scale);
        }
    }

    /** The error function of x, in place, of what it is far from 0. */
    static void erf(float[] x, float[] far, int count) {
        for (int j = 0; j < count; j++) {
            float near = SingleErrorFunction.nearZero(Math.max(-1, Math.min(1, x[j])));
            float isNear = Math.max(0, Math.min(1, (1 - Math.abs(x[j])) * LARGE));
            x[j] = Math.fma(near, isNear, far[j] * PlainExponential.sign(x[j]) * (1 - isNear));
        }
    }

    /** e^(-x^2) as 2^n (1 + q). With a sign instead of a difference from 0, no vectors are made. */
    static void erfcExponential(float[] x, float[] q, float[] power, int count) {
        for (int j = 0; j < count; j++) {
            float magnitude = Math.min(Math.abs(x[j]), SingleErrorFunction.ERFC_LIMIT);
            float square = magnitude * magnitude;
            float minusSquare = 0 - square;
            float squareRest = Math.fma(magnitude, magnitude, minusSquare);
            float n = PlainExponential.whole(square, -SingleExponential.LOG2_E);
            float r = Math.fma(n, -SingleExponential.LN_2_HIGH, minusSquare)
                    + Math.fma(n, -SingleExponential.LN_2_LOW, 0 - squareRest);
            q[j] = SingleExponential.fraction(r);
            power[j] = n;
        }
    }

    /** (Q(t) - Q(0)) / t. */
    static void erfcSlope(float[] x, float[] slope, int count) {
        for (int j = 0; j < count; j++) {
            float magnitude = Math.min(Math.abs(x[j]), SingleErrorFunction.ERFC_LIMIT);
            float u = SingleErrorFunction.inverse(magnitude);
            float uRest = SingleErrorFunction.inverseRest(magnitude, u);
            slope[j] = SingleErrorFunction.slope(SingleErrorFunction.variable(u, uRest));
        }
    }

    /** erfc of |x|, in the place of q. */
    static void erfcTail(float[] x, float[] q, float[] scale, float[] slope, int count) {
        for (int j = 0; j < count; j++) {
            float magnitude = Math.min(Math.abs(x[j]), SingleErrorFunction.ERFC_LIMIT);
            float u = SingleErrorFunction.inverse(magnitude);
            float uRest = SingleErrorFunction.inverseRest(magnitude, u);
            float t = SingleErrorFunction.variable(u, uRest);
            q[j] = SingleErrorFunction.product(q[j], t, slope[j], u, uRest) * scale[j] * SingleExponential.SHIFT_BACK;
        }
    }

    /** The complement of the error function of x, in place, of that of |x|. */
    static void erfc(float[] x, float[] tail, int count) {
        for (int j = 0; j < count; j++) {
            float sign = PlainExponential.sign(x[j]);
            x[j] = Math.fma(tail[j], sign, 1 - sign);
        }
    }
}

package org.nnlang.runtime.kernel;

/**
 * Functions of one number, right for every float, with the same bits on every machine.
 *
 * <p>They are made of nothing but + - * /, the square root, fused multiply-adds and whole numbers. Those of the hottest
 * loops calculate in float, the others in double and round once at the end. The figures of accuracy are the largest
 * error in units in the last place (ulp), where 0.5 is the least that is possible: for those that calculate in float,
 * over every float, for the others over every 1,021st.
 */
public final class Scalar {
    private Scalar() {}

    /** e to the power of x. Error: 0.99 ulp. */
    public static float exp(float x) {
        return SingleExponential.exp(x);
    }

    /** exp(x) - 1, exact near 0 too. Error: 1.44 ulp. */
    public static float expm1(float x) {
        return SingleExponential.expm1(x);
    }

    /** The natural logarithm; minus infinity of 0, NaN of less. Error: 0.501 ulp. */
    public static float log(float x) {
        return (float) Logarithm.log(x);
    }

    /** log(1 + x), exact near 0 too; minus infinity of -1, NaN of less. Error: 0.501 ulp. */
    public static float log1p(float x) {
        return (float) Logarithm.log1p(x);
    }

    /** 1 / (1 + exp(-x)), relatively exact where it is small too. Error: 2 ulp. */
    public static float sigmoid(float x) {
        return SingleExponential.sigmoid(x);
    }

    /** The hyperbolic tangent. Error: 1.01 ulp. */
    public static float tanh(float x) {
        return SingleExponential.tanh(x);
    }

    /** log(1 + exp(x)) without overflow in between, relatively exact where it is small too. Error: 0.503 ulp. */
    public static float softplus(float x) {
        return (float) Softplus.softplus(x);
    }

    /** 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to x. Error: 1.09 ulp. */
    public static float erf(float x) {
        return SingleErrorFunction.erf(x);
    }

    /** 1 - erf(x), relatively exact in the tail too. Error: 1.91 ulp. */
    public static float erfc(float x) {
        return SingleErrorFunction.erfc(x);
    }

    /**
     * The Gaussian error linear unit x F(x), where F is the standard normal distribution function, relatively exact in the left
     * tail too. Error: 5.6 ulp.
     */
    public static float gelu(float x) {
        return SingleGelu.gelu(x);
    }

    /** The sine of an angle in radians, of any size. Error: 0.501 ulp. */
    public static float sin(float x) {
        return (float) Trigonometry.sin(x);
    }

    /** The cosine of an angle in radians, of any size. Error: 0.501 ulp. */
    public static float cos(float x) {
        return (float) Trigonometry.cos(x);
    }

    /** The square root, rounded correctly; NaN of a negative number. */
    public static float sqrt(float x) {
        return (float) Math.sqrt(x);
    }

    /**
     * x to the power of y, with the special cases of {@link Math#pow}; 1 to any power is 1.
     *
     * <p>A negative x has powers for whole y only, otherwise the result is NaN. Error: 0.501 ulp.
     */
    public static float power(float x, float y) {
        if (y == 0 || x == 1) {
            return 1;
        }
        double magnitude = Exponential.exp(y * Logarithm.log(Math.abs((double) x)));
        boolean negative = Float.floatToRawIntBits(x) < 0;
        if (negative && isOdd(y)) {
            return (float) -magnitude;
        }
        return x < 0 && Math.rint(y) != y ? Float.NaN : (float) magnitude;
    }

    private static boolean isOdd(float y) {
        return Math.rint(y * 0.5) != y * 0.5 && Math.rint(y) == y;
    }

    /** sqrt(a^2 + b^2), without overflow in between. Error: 0.501 ulp. */
    public static float hypotenuse(float a, float b) {
        return (float) Math.sqrt(Math.fma((double) a, a, (double) b * b));
    }

    /**
     * The one number or the other, to the bit.
     *
     * <p>Instead of {@code condition ? whenTrue : whenFalse}, of which the JIT makes a branch: where signs are random, a
     * processor guesses every other branch wrong, which costs ten times as much as this.
     */
    public static float choose(boolean condition, float whenTrue, float whenFalse) {
        int mask = condition ? -1 : 0;
        int taken = Float.floatToRawIntBits(whenTrue) & mask;
        int otherwise = Float.floatToRawIntBits(whenFalse) & ~mask;
        return Float.intBitsToFloat(taken | otherwise);
    }

    /** The largest whole number not above x. */
    public static float floor(float x) {
        return (float) Math.floor(x);
    }

    /** The smallest whole number not below x. */
    public static float ceil(float x) {
        return (float) Math.ceil(x);
    }

    /** The nearest whole number, the even one of two. */
    public static float round(float x) {
        return (float) Math.rint(x);
    }
}

package org.nnlang.runtime.kernel;

/** Functions of one number, whose bits are the same on every machine. */
public final class Scalar {
    private Scalar() {}

    /** e to the power of x. */
    public static float exp(float x) {
        return (float) StrictMath.exp(x);
    }

    /** exp(x) - 1, exact near 0 too. */
    public static float expm1(float x) {
        return (float) StrictMath.expm1(x);
    }

    /** The natural logarithm. */
    public static float log(float x) {
        return (float) StrictMath.log(x);
    }

    /** log(1 + x), exact near 0 too. */
    public static float log1p(float x) {
        return (float) StrictMath.log1p(x);
    }

    /** 1 / (1 + exp(-x)). */
    public static float sigmoid(float x) {
        return (float) (1 / (1 + StrictMath.exp(-x)));
    }

    /** The hyperbolic tangent. */
    public static float tanh(float x) {
        return (float) StrictMath.tanh(x);
    }

    /** log(1 + exp(x)). */
    public static float softplus(float x) {
        return (float) (Math.max(x, 0.0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))));
    }

    /** The sine of an angle in radians. */
    public static float sin(float x) {
        return (float) StrictMath.sin(x);
    }

    /** The cosine of an angle in radians. */
    public static float cos(float x) {
        return (float) StrictMath.cos(x);
    }

    /** The square root, rounded correctly. */
    public static float sqrt(float x) {
        return (float) Math.sqrt(x);
    }

    /** x to the power of y. */
    public static float power(float x, float y) {
        return (float) StrictMath.pow(x, y);
    }

    /** sqrt(a^2 + b^2), without overflow in between. */
    public static float hypotenuse(float a, float b) {
        return (float) Math.sqrt((double) a * a + (double) b * b);
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

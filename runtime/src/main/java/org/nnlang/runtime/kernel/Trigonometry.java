package org.nnlang.runtime.kernel;

/**
 * Sine and cosine in double arithmetic: relative error below 2^-33.
 *
 * <p>The angle is reduced to |r| &lt;= pi/4 by taking multiples of pi/2 away (Cody and Waite, with pi/2 in two parts and fused
 * multiply-adds, which is exact enough for every float up to 2^30). Beyond, {@link StrictMath} does it, whose bits are
 * fixed as well.
 */
final class Trigonometry {
    private static final double LIMIT = 1 << 30;
    private static final double TWO_OVER_PI = 0.6366197723675814;
    private static final double HALF_PI_HIGH = 1.5707963267948966;
    private static final double HALF_PI_LOW = 6.123233995736766e-17;

    private static final double S0 = -0.16666666663849639;
    private static final double S1 = 0.008333331871967038;
    private static final double S2 = -0.00019840085078271725;
    private static final double S3 = 2.7249695847980918e-06;

    private static final double C0 = -0.49999999999963773;
    private static final double C1 = 0.041666666637311285;
    private static final double C2 = -0.0013888885082631495;
    private static final double C3 = 2.4799859426135182e-05;
    private static final double C4 = -2.7236876687589874e-07;

    private Trigonometry() {}

    /** The sine of x radians; NaN of an infinite x. */
    static double sin(double x) {
        return Math.abs(x) <= LIMIT ? quarterTurned(x, 0) : StrictMath.sin(x);
    }

    /** The cosine of x radians; NaN of an infinite x. */
    static double cos(double x) {
        return Math.abs(x) <= LIMIT ? quarterTurned(x, 1) : StrictMath.cos(x);
    }

    /** sin(x + quarters pi/2). */
    private static double quarterTurned(double x, int quarters) {
        double n = Math.rint(x * TWO_OVER_PI);
        double r = Math.fma(-n, HALF_PI_LOW, Math.fma(-n, HALF_PI_HIGH, x));
        int quarter = ((int) n + quarters) & 3;
        double value = (quarter & 1) == 0 ? sinNearZero(r) : cosNearZero(r);
        return quarter < 2 ? value : -value;
    }

    private static double sinNearZero(double r) {
        double z = r * r;
        double p = Math.fma(S3, z, S2);
        p = Math.fma(p, z, S1);
        p = Math.fma(p, z, S0);
        return Math.fma(r * z, p, r);
    }

    private static double cosNearZero(double r) {
        double z = r * r;
        double p = Math.fma(C4, z, C3);
        p = Math.fma(p, z, C2);
        p = Math.fma(p, z, C1);
        p = Math.fma(p, z, C0);
        return Math.fma(z, p, 1);
    }
}

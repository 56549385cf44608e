package org.nnlang.runtime.kernel;

/**
 * ln(x) and ln(1 + x) in double arithmetic: relative error below 2^-50 for normal x.
 *
 * <p>x = 2^e m with m between sqrt(1/2) and sqrt(2), hence ln x = e ln 2 + 2 atanh(s) with s = (m - 1) / (m + 1). The series
 * of atanh is cut off by the polynomial of least maximum error (Remez' algorithm).
 */
final class Logarithm {
    static final double LN_2 = 0.6931471805599453;
    static final long BITS_OF_SQRT_HALF = 0x3fe6a09e667f3bcdL;
    static final long EXPONENT = 0xfff0000000000000L;

    static final double P0 = 0.666666666666667;
    static final double P1 = 0.3999999999989789;
    static final double P2 = 0.28571428626651413;
    static final double P3 = 0.22222211031785452;
    static final double P4 = 0.18182896202767404;
    static final double P5 = 0.1533149798030012;
    static final double P6 = 0.14619093866306984;

    private Logarithm() {}

    /** ln x, for x from a float: 0 gives minus infinity, less gives NaN. */
    static double log(double x) {
        if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
            return limit(x);
        }
        long exponent = exponent(x);
        double m = withoutExponent(x, exponent);
        return Math.fma((double) (exponent >> 52), LN_2, atanhSeries(m - 1));
    }

    /** ln(1 + x), relatively exact near 0 too; -1 gives minus infinity, less gives NaN. */
    static double log1p(double x) {
        double sum = 1 + x;
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            return limit(sum);
        }
        long exponent = exponent(sum);
        double fraction = exponent == 0 ? x : withoutExponent(sum, exponent) - 1;
        return Math.fma((double) (exponent >> 52), LN_2, atanhSeries(fraction));
    }

    private static double limit(double x) {
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return x > 0 ? x : Double.NaN;
    }

    /** The exponent e of 2^e m, in the place where a double has it. */
    private static long exponent(double x) {
        return (Double.doubleToRawLongBits(x) - BITS_OF_SQRT_HALF) & EXPONENT;
    }

    private static double withoutExponent(double x, long exponent) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) - exponent);
    }

    /** ln(1 + f) = 2 atanh(f / (2 + f)). */
    private static double atanhSeries(double f) {
        double s = f / (2 + f);
        double z = s * s;
        double p = Math.fma(P6, z, P5);
        p = Math.fma(p, z, P4);
        p = Math.fma(p, z, P3);
        p = Math.fma(p, z, P2);
        p = Math.fma(p, z, P1);
        p = Math.fma(p, z, P0);
        return Math.fma(s * z, p, 2 * s);
    }
}

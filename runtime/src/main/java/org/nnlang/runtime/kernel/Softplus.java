package org.nnlang.runtime.kernel;

/**
 * ln(1 + e^x) in double arithmetic, more exact than a float can show: relative error below 2^-32.
 *
 * <p>It is max(x, 0) + ln(1 + e) with e = e^-|x|, where ln(1 + e) is e + e^2 S(e). S, and P of e^r = 1 + r + r^2 P(r), are the
 * polynomials of least maximum error (Lawson's algorithm), in the order of Estrin (1960), whose steps wait less for each other.
 * No step branches.
 */
final class Softplus {
    /** Beyond it, e^-|x| is nothing for a float. */
    static final double LIMIT = 110;

    static final double P0 = 0.5000000067647041;
    static final double P1 = 0.16666665869416447;
    static final double P2 = 0.04166629508091443;
    static final double P3 = 0.008333497002306872;
    static final double P4 = 0.0013944649366732186;
    static final double P5 = 0.00019790357847527097;

    static final double S0 = -0.499999976181748;
    static final double S1 = 0.33333190150624203;
    static final double S2 = -0.2499697775000267;
    static final double S3 = 0.19967754284705536;
    static final double S4 = -0.16462915673788933;
    static final double S5 = 0.13452909559258783;
    static final double S6 = -0.10169695796878621;
    static final double S7 = 0.06451543227124268;
    static final double S8 = -0.030529292269738;
    static final double S9 = 0.009223840796291955;
    static final double S10 = -0.0013054718829942512;

    private Softplus() {}

    static double softplus(double x) {
        double limited = Math.max(-LIMIT, -Math.abs(x));
        double shifted = Math.fma(limited, Exponential.LOG2_E, Exponential.ROUND);
        double q = fraction(limited, shifted - Exponential.ROUND);
        double scale = Exponential.powerOfTwo(shifted);
        return Math.max(x, 0) + log1p(Math.fma(scale, q, scale));
    }

    /** e^(x - n ln 2) - 1. */
    static double fraction(double x, double n) {
        double r = Math.fma(n, -Exponential.LN_2, x);
        double square = r * r;
        double high = Math.fma(square, Math.fma(r, P5, P4), Math.fma(r, P3, P2));
        return Math.fma(square, Math.fma(square, high, Math.fma(r, P1, P0)), r);
    }

    /** ln(1 + e) for e from 0 to 1. */
    static double log1p(double e) {
        double square = e * e;
        double fourth = square * square;
        double high = Math.fma(square, S10, Math.fma(e, S9, S8));
        double middle = Math.fma(square, Math.fma(e, S7, S6), Math.fma(e, S5, S4));
        double low = Math.fma(square, Math.fma(e, S3, S2), Math.fma(e, S1, S0));
        double s = Math.fma(fourth, Math.fma(fourth, high, middle), low);
        return Math.fma(square, s, e);
    }
}

package org.nnlang.runtime.kernel;

/**
 * e^x in double arithmetic, more exact than a float can show: relative error below 2^-35.
 *
 * <p>x = n ln 2 + r with a whole n and |r| &lt;= ln 2 / 2, hence e^x = 2^n (1 + q), where q = e^r - 1 is r (1 + r P(r)). P is
 * the polynomial of least maximum error (Remez' algorithm). No step branches.
 */
final class Exponential {
    /** Beyond it, e^x is 0 or infinite for a float, and the steps below stay within a double. */
    static final double LIMIT = 110;

    static final double LOG2_E = 1.4426950408889634;
    static final double LN_2 = 0.6931471805599453;

    /** Adding it rounds to whole numbers, which then are the lowest bits: 1.5 x 2^52. */
    static final double ROUND = 0x1.8p52;

    static final double P0 = 0.49999999999910455;
    static final double P1 = 0.16666666719036682;
    static final double P2 = 0.0416666668531872;
    static final double P3 = 0.008333298467344357;
    static final double P4 = 0.001388882425827173;
    static final double P5 = 0.00019899287264462076;
    static final double P6 = 2.4876114566081086e-05;

    private Exponential() {}

    /** e^x; x beyond 110 counts as 110, below -110 as -110. */
    static double exp(double x) {
        double limited = Math.max(-LIMIT, Math.min(LIMIT, x));
        double shifted = Math.fma(limited, LOG2_E, ROUND);
        double q = fraction(limited, shifted);
        double scale = powerOfTwo(shifted);
        return Math.fma(scale, q, scale);
    }

    /** e^r - 1 for the part r of x that is left when multiples of ln 2 are taken away. */
    private static double fraction(double x, double shifted) {
        double r = Math.fma(-(shifted - ROUND), LN_2, x);
        double p = Math.fma(P6, r, P5);
        p = Math.fma(p, r, P4);
        p = Math.fma(p, r, P3);
        p = Math.fma(p, r, P2);
        p = Math.fma(p, r, P1);
        p = Math.fma(p, r, P0);
        return Math.fma(r * r, p, r);
    }

    /** 2^n for the n in the lowest bits. */
    static double powerOfTwo(double shifted) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) + 1023) << 52);
    }
}

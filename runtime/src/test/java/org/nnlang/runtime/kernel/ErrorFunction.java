package org.nnlang.runtime.kernel;

/**
 * The complement of the error function in double arithmetic, for tests: fast, and relatively exact in the tail too: error below 2^-35.
 *
 * <p>Up to 1, erf x = x P(x^2). Beyond, erfc x = e^(-x^2) Q(t) / (1 + 2 x) with t = (x - 3) / (x + 3), the form of Shepherd
 * and Laframboise (1981). P and Q are the polynomials of least maximum error (Remez' algorithm).
 */
public final class ErrorFunction {
    /** Beyond it, erfc is 0 for a float. */
    private static final double LIMIT = 11;

    private static final double P0 = 1.1283791670947132;
    private static final double P1 = -0.3761263889009982;
    private static final double P2 = 0.11283791318337393;
    private static final double P3 = -0.026866134012512394;
    private static final double P4 = 0.005223786527722426;
    private static final double P5 = -0.0008542703013807518;
    private static final double P6 = 0.00011957330353047453;
    private static final double P7 = -1.3914061789880005e-05;
    private static final double P8 = 1.0601178555659047e-06;

    private static final double CENTER = 3;
    private static final double Q0 = 1.2530080582692427;
    private static final double Q1 = -0.13562110610221678;
    private static final double Q2 = -0.04756229420556894;
    private static final double Q3 = 0.12964515642794727;
    private static final double Q4 = -0.119273670558651;
    private static final double Q5 = 0.06830809395150192;
    private static final double Q6 = -0.023770390311672805;
    private static final double Q7 = 0.0025285484719864103;
    private static final double Q8 = 0.0018877148214812107;
    private static final double Q9 = -0.0007745791355807938;
    private static final double Q10 = -0.00010163409702627908;
    private static final double Q11 = 0.00010905969040655667;

    private ErrorFunction() {}

    /** The standard normal distribution's probability of at most x. Error: 0.501 ulp of a float. */
    public static float normalProbability(float x) {
        return (float) (0.5 * erfc(-x * Math.sqrt(0.5)));
    }

    /** 1 - erf(x). */
    static double erfc(double x) {
        if (Math.abs(x) < 1) {
            return 1 - nearZero(x);
        }
        return x > 0 ? tail(x) : 2 - tail(-x);
    }

    private static double nearZero(double x) {
        double z = x * x;
        double p = Math.fma(P8, z, P7);
        p = Math.fma(p, z, P6);
        p = Math.fma(p, z, P5);
        p = Math.fma(p, z, P4);
        p = Math.fma(p, z, P3);
        p = Math.fma(p, z, P2);
        p = Math.fma(p, z, P1);
        p = Math.fma(p, z, P0);
        return x * p;
    }

    private static double tail(double x) {
        double limited = Math.min(x, LIMIT);
        double t = (limited - CENTER) / (limited + CENTER);
        double q = Math.fma(Q11, t, Q10);
        q = Math.fma(q, t, Q9);
        q = Math.fma(q, t, Q8);
        q = Math.fma(q, t, Q7);
        q = Math.fma(q, t, Q6);
        q = Math.fma(q, t, Q5);
        q = Math.fma(q, t, Q4);
        q = Math.fma(q, t, Q3);
        q = Math.fma(q, t, Q2);
        q = Math.fma(q, t, Q1);
        q = Math.fma(q, t, Q0);
        return Exponential.exp(-limited * limited) * q / (1 + 2 * limited);
    }
}

package org.nnlang.runtime.kernel;

/** Functions in double arithmetic that StrictMath does not have, for tests: slow, and exact to about 1e-13. */
final class References {
    private static final double SQRT_PI = StrictMath.sqrt(StrictMath.PI);

    private References() {}

    static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    static double erf(double x) {
        return Math.abs(x) < 2 ? series(x) : Math.copySign(1 - tail(Math.abs(x)), x);
    }

    static double erfc(double x) {
        if (Math.abs(x) < 2) {
            return 1 - series(x);
        }
        return x > 0 ? tail(x) : 2 - tail(-x);
    }

    static double normalProbability(double x) {
        return erfc(-x / StrictMath.sqrt(2)) / 2;
    }

    static double gelu(double x) {
        return x == Double.NEGATIVE_INFINITY ? -0.0 : x * normalProbability(x);
    }

    /** Maclaurin's series. */
    private static double series(double x) {
        double sum = 0;
        double term = x;
        for (int n = 0; Math.abs(term) > 1e-20 * Math.abs(sum) && n < 100; n++) {
            sum += term / (2 * n + 1);
            term *= -x * x / (n + 1);
        }
        return 2 / SQRT_PI * sum;
    }

    /** Laplace's continued fraction of erfc, from its 200th step back to the first. */
    private static double tail(double x) {
        double fraction = x;
        for (int n = 200; n > 0; n--) {
            fraction = x + n / 2.0 / fraction;
        }
        return StrictMath.exp(-x * x) / (SQRT_PI * fraction);
    }
}

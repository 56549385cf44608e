package org.nnlang.runtime.kernel;

/** The function of {@link Softplus} with its bits, in the kind of steps of {@link PlainExponential}. */
final class PlainSoftplus {
    private static final int BLOCK = 256;

    private static final double A0 = 0.9983955;
    private static final double A1 = 0.01042965;
    private static final double A2 = 4.687601e-05;
    private static final double A3 = 8.6243546e-08;

    private static final double ONE_BIT = 0x1p52 + 1;

    // Of lengths that keep them from holding each other up, as those of workspaces.
    private final float[] values = new float[BLOCK];
    private final double[] x = new double[BLOCK + 62];
    private final double[] e = new double[BLOCK + 62];
    private final double[] n = new double[BLOCK];

    void softplus(float[] target, int from, int to) {
        for (int start = from; start < to; start += BLOCK) {
            int count = Math.min(BLOCK, to - start);
            System.arraycopy(target, start, values, 0, count);
            widen(values, x, count);
            exponentialOfMinusMagnitude(x, e, n, count);
            scale(e, n, count);
            softplus(x, e, count);
            narrow(x, values, count);
            System.arraycopy(values, 0, target, start, count);
        }
    }

    private static void widen(float[] values, double[] x, int count) {
        for (int j = 0; j < count; j++) {
            x[j] = values[j];
        }
    }

    private static void narrow(double[] x, float[] values, int count) {
        for (int j = 0; j < count; j++) {
            values[j] = (float) x[j];
        }
    }

    /** e^-|x| as 2^n (1 + q). */
    private static void exponentialOfMinusMagnitude(double[] x, double[] q, double[] n, int count) {
        for (int j = 0; j < count; j++) {
            double limited = Math.max(-Softplus.LIMIT, -Math.abs(x[j]));
            double whole = Math.fma(limited, Exponential.LOG2_E, Exponential.ROUND) - Exponential.ROUND;
            q[j] = Softplus.fraction(limited, whole);
            n[j] = whole;
        }
    }

    /** 2^n (1 + q), in the place of q. */
    private static void scale(double[] q, double[] n, int count) {
        for (int j = 0; j < count; j++) {
            double scale = powerOfTwo(n[j]);
            q[j] = Math.fma(scale, q[j], scale);
        }
    }

    private static void softplus(double[] x, double[] e, int count) {
        for (int j = 0; j < count; j++) {
            x[j] = Math.max(x[j], 0) + Softplus.log1p(e[j]);
        }
    }

    /** 2^n for a whole n from -159 to 0, as {@link PlainExponential#powerOfTwo} has it. */
    private static double powerOfTwo(double n) {
        double p = Math.fma(A3, n, A2);
        p = Math.fma(p, n, A1);
        p = Math.fma(p, n, A0);
        p = p * p;
        p = p * p;
        p = p * p;
        p = p * p;
        p = p * p;
        p = p * p;
        double large = p * ONE_BIT;
        return large - (large - p);
    }
}

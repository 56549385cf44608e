package org.nnlang.training.math;

/**
 * Powers with the same bits everywhere and without allocating, which {@link StrictMath#pow} does as long as it is not compiled.
 *
 * <p>Whole exponents are multiplied out, so that powers of a half are exact.
 */
public final class Power {
    private Power() {}

    /** The base, 0 or more, to a power of 0 or more; 1 where both are 0. */
    public static double of(double base, double exponent) {
        double whole = Math.floor(exponent);
        double rest = exponent - whole;
        double power = of(base, (long) whole);
        return rest == 0 ? power : power * StrictMath.exp(rest * StrictMath.log(base));
    }

    /** The base to a whole power of 0 or more, by squaring. */
    public static double of(double base, long exponent) {
        double power = 1;
        double square = base;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                power *= square;
            }
            square *= square;
        }
        return power;
    }
}

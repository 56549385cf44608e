package org.nnlang.runtime.init;

/** The distributions that everything else in the standard library is derived from. */
public final class Initializers {
    private Initializers() {}

    /** One value everywhere. */
    public static Initializer constant(double value) {
        return new Constant(value);
    }

    /**
     * Equally often any value from low to high.
     *
     * @throws IllegalArgumentException if a bound is not finite, or low is above high
     */
    public static Initializer uniform(double low, double high) {
        return new Uniform(low, high);
    }

    /**
     * The normal distribution.
     *
     * @throws IllegalArgumentException if an argument is not finite, or stddev is negative
     */
    public static Initializer normal(double mean, double stddev) {
        return new Normal(mean, stddev);
    }

    /**
     * The normal distribution without its tails: a value outside of mean +- 2 stddev is drawn again.
     *
     * <p>What remains has a standard deviation of 0.8796256610342398 stddev.
     *
     * @throws IllegalArgumentException if an argument is not finite, or stddev is negative
     */
    public static Initializer truncatedNormal(double mean, double stddev) {
        return new TruncatedNormal(mean, stddev);
    }

    /** A random matrix with orthonormal rows or columns, whichever are fewer, times gain (Saxe et al., 2013). */
    public static Initializer orthogonal(double gain) {
        return new Orthogonal(gain);
    }

    /** gain on the diagonal of a matrix, 0 elsewhere. */
    public static Initializer identity(double gain) {
        return new Identity(gain);
    }
}

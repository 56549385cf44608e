package org.nnlang.training.optimizer;

/**
 * What memories of a rule that decay end at, where gradients stay 0, as those of units that a rectifier turned off.
 *
 * <p>Without it they would become subnormal numbers, and stay so, since 0.9 times the smallest of them is rounded to itself. Many
 * processors take some hundred cycles for a product of those: a step of Adam took six times as long. Adding a number and taking it away
 * again rounds to a multiple of its last place, and leaves alone what is some digits larger; it costs next to nothing and needs no
 * choice, of which just-in-time compilers make no vector instructions.
 */
final class Underflow {
    private static final float OF_MEANS = 0x1p-76f;
    private static final float OF_SQUARED_MEANS = 0x1p-39f;
    private static final float OF_SQUARES = 0x1p-100f;

    private Underflow() {}

    /**
     * A mean of gradients or a movement: to a multiple of 2^-99 or 2^-100, whose product with a learning rate of 1e-7 or more is no
     * subnormal number either.
     */
    static float mean(float mean) {
        return (mean + OF_MEANS) - OF_MEANS;
    }

    /** A mean of gradients that is squared: to a multiple of 2^-62 or 2^-63. */
    static float squaredMean(float mean) {
        return (mean + OF_SQUARED_MEANS) - OF_SQUARED_MEANS;
    }

    /** A mean of squares, or what is divided by as it is: to a multiple of 2^-123. */
    static float square(float square) {
        return (square + OF_SQUARES) - OF_SQUARES;
    }
}

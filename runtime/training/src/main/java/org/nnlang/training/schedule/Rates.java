package org.nnlang.training.schedule;

/** What settings of schedules may be, and half a cosine. */
final class Rates {
    private Rates() {}

    static double notNegative(String setting, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(setting + " must be 0 or more, and finite, got " + value);
        }
        return value;
    }

    static long steps(String setting, long steps) {
        if (steps < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1, got " + steps);
        }
        return steps;
    }

    /**
     * From 1 down to 0 along a cosine, while the part goes from 0 to 1, and up again until 2.
     *
     * <p>{@code 0.5 (1 + cos(pi part))} as the square of the cosine of half the angle: of angles that small neither sine nor
     * cosine allocates.
     */
    static double cosine(double part) {
        double folded = part > 1 ? 2 - part : part;
        double root = folded <= 0.5 ? StrictMath.cos(Math.PI / 2 * folded) : StrictMath.sin(Math.PI / 2 * (1 - folded));
        return root * root;
    }
}

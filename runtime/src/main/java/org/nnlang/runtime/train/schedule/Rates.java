package org.nnlang.runtime.train.schedule;

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

    /** From 1 down to 0 along a cosine, while the part goes from 0 to 1. */
    static double cosine(double part) {
        return 0.5 * (1 + StrictMath.cos(Math.PI * part));
    }
}

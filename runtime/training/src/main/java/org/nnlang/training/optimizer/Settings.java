package org.nnlang.training.optimizer;

/** What the settings of optimizers may be; each check returns the value, or says what it has to be. */
final class Settings {
    private Settings() {}

    static double notNegative(String setting, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(setting + " must be 0 or more, and finite, got " + value);
        }
        return value;
    }

    /** A part of the past that is kept: with 1 nothing new would ever count. */
    static double fraction(String setting, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(setting + " must be from 0 to below 1, got " + value);
        }
        return value;
    }

    /** What keeps a division by 0 out: it must still be above 0 as a float. */
    static double epsilon(double value) {
        if (!(value >= Float.MIN_NORMAL && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("epsilon must be positive and at least " + Float.MIN_NORMAL
                    + ", else a gradient of 0 would be divided by 0; got " + value);
        }
        return value;
    }

    /** A bound, which is infinite where there is none. */
    static double bound(String setting, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(
                    setting + " must be positive (infinite where nothing is clipped), got " + value);
        }
        return value;
    }
}

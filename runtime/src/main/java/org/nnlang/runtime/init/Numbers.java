package org.nnlang.runtime.init;

import java.math.BigDecimal;
import java.math.MathContext;

/** How initializers check and print their numbers. */
final class Numbers {
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Numbers() {}

    static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, got " + value);
        }
        return value;
    }

    static double deviation(double stddev) {
        if (finite("stddev", stddev) < 0) {
            throw new IllegalArgumentException("stddev must not be negative, got " + stddev);
        }
        return stddev;
    }

    /** Rounded to three significant digits: enough to recognise a formula's value. */
    static String text(double value) {
        BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros();
        return Math.abs(rounded.scale()) > 9 ? rounded.toString() : rounded.toPlainString();
    }
}

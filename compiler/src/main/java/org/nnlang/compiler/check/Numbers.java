package org.nnlang.compiler.check;

import java.math.BigDecimal;

/** How numbers known at compile time are shown to people. */
final class Numbers {
    private static final double LARGEST_WHOLE = 1e15;

    private Numbers() {}

    /** A whole number without a fraction, any other in its shortest form. */
    static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE) {
            return BigDecimal.valueOf((long) value).toPlainString();
        }
        return String.valueOf(value);
    }
}

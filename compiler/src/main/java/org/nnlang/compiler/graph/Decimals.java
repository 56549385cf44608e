package org.nnlang.compiler.graph;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Predicate;

/**
 * Numbers as the shortest decimal text that reads back as the same bits.
 *
 * <p>The JDK's own text is not always the shortest, and differs between versions of Java.
 */
public final class Decimals {
    private static final int DIGITS_OF_A_DOUBLE = 17;
    /** Numbers with more zeros than this are written with an exponent. */
    private static final int PLAIN_ZEROS = 6;

    private Decimals() {}

    /** The text of a double; {@code NaN}, {@code Infinity} and {@code -Infinity} as Java calls them. */
    public static String shortest(double value) {
        return shortest(
                value, text -> Double.doubleToLongBits(Double.parseDouble(text)) == Double.doubleToLongBits(value));
    }

    /** The text of a float. */
    public static String shortest(float value) {
        return shortest(value, text -> Float.floatToIntBits(Float.parseFloat(text)) == Float.floatToIntBits(value));
    }

    private static String shortest(double value, Predicate<String> same) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < DIGITS_OF_A_DOUBLE; digits++) {
            String text = text(exact, digits);
            if (same.test(text)) {
                return text;
            }
        }
        return text(exact, DIGITS_OF_A_DOUBLE);
    }

    private static String text(BigDecimal exact, int digits) {
        BigDecimal rounded =
                exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -PLAIN_ZEROS && exponent < DIGITS_OF_A_DOUBLE - 1) {
            return rounded.toPlainString();
        }
        String unscaled = rounded.unscaledValue().abs().toString();
        String fraction = unscaled.length() == 1 ? "" : "." + unscaled.substring(1);
        return (rounded.signum() < 0 ? "-" : "") + unscaled.charAt(0) + fraction + "e" + exponent;
    }
}

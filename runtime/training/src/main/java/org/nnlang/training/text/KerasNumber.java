package org.nnlang.training.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as Keras prints them: exactly rounded, ties to even, as Python's formats do and Java's do not. */
public final class KerasNumber {
    private static final double SMALLEST_WITH_FOUR_DECIMALS = 1e-3;
    private static final MathContext FIVE_DIGITS = new MathContext(5, RoundingMode.HALF_EVEN);

    private KerasNumber() {}

    /** A loss or a metric: four decimals, such as {@code 0.0931}; up to a thousandth {@code 9.3100e-04}. */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return Math.abs(value) > SMALLEST_WITH_FOUR_DECIMALS ? fixed(value, 4) : scientific(value);
    }

    /** A finite number with so many decimals. */
    public static String fixed(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String scientific(double value) {
        if (value == 0) {
            return "0.0000e+00";
        }
        BigDecimal rounded = new BigDecimal(value).round(FIVE_DIGITS);
        int exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.scaleByPowerOfTen(-exponent)
                        .setScale(4, RoundingMode.UNNECESSARY)
                        .toPlainString()
                + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}

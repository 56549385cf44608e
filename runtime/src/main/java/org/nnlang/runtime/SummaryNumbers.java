package org.nnlang.runtime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How summaries write numbers. */
final class SummaryNumbers {
    private SummaryNumbers() {}

    /** With a comma after every third digit. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** With two decimals, rounded from the exact binary value as Python does. */
    static String twoDecimals(double number) {
        return new BigDecimal(number).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}

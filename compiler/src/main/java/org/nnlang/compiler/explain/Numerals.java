package org.nnlang.compiler.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nnlang.compiler.graph.Decimals;

/** Numbers as people write them: those of well-known names by these, and thirds as quotients. */
final class Numerals {
    /** What rounding a few times may do to a number, relative to it. */
    private static final double ROUNDING = 1e-15;

    private static final int PLAIN_LENGTH = 8;
    private static final int FEW_DIGITS = 12;
    private static final double LARGEST_DIVIDEND = 1000;
    private static final int[] DIVISORS = {3, 6, 7, 9, 12};

    private static final Map<String, Double> NAMED = new LinkedHashMap<>();

    static {
        NAMED.put("pi", Math.PI);
        NAMED.put("sqrt(2)", Math.sqrt(2));
        NAMED.put("sqrt(pi)", Math.sqrt(Math.PI));
        NAMED.put("sqrt(2 * pi)", Math.sqrt(2 * Math.PI));
        NAMED.put("sqrt(2 / pi)", Math.sqrt(2 / Math.PI));
        NAMED.put("sqrt(8 / pi)", Math.sqrt(8 / Math.PI));
        NAMED.put("log(2)", StrictMath.log(2));
    }

    private Numerals() {}

    /** The text of a number that is not negative: a number, a name, a call, or a quotient. */
    static String text(double value) {
        for (Map.Entry<String, Double> each : NAMED.entrySet()) {
            if (isNear(value, each.getValue())) {
                return each.getKey();
            }
        }
        String decimal = Decimals.shortest(value);
        if (decimal.length() > PLAIN_LENGTH) {
            for (int divisor : DIVISORS) {
                double dividend = Math.rint(value * divisor);
                if (dividend > 0 && dividend < LARGEST_DIVIDEND && isNear(value, dividend / divisor)) {
                    return Decimals.shortest(dividend) + " / " + divisor;
                }
            }
        }
        return decimal;
    }

    /** Whether a number has one of the names, so that dividing by it reads better than multiplying by its reciprocal. */
    static boolean isNamed(double value) {
        return NAMED.values().stream().anyMatch(each -> isNear(value, each));
    }

    /** The number of few digits that it differs from by rounding only, if there is one. */
    static double withoutRounding(double value) {
        if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
            return value;
        }
        double round = new BigDecimal(value).round(new MathContext(FEW_DIGITS)).doubleValue();
        return isNear(value, round) ? round : value;
    }

    private static boolean isNear(double value, double other) {
        return Math.abs(value - other) <= ROUNDING * Math.abs(other);
    }
}

package org.nnlang.compiler.java;

import org.nnlang.compiler.graph.Decimals;

/** Numbers as Java literals. */
final class FloatLiterals {
    private FloatLiterals() {}

    /** The float nearest to a number, as the shortest literal that means it. */
    static String of(double value) {
        float rounded = (float) value;
        return Float.isNaN(rounded) || Float.isInfinite(rounded)
                ? special("Float", rounded)
                : Decimals.shortest(rounded) + "f";
    }

    /** A double literal. */
    static String ofDouble(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return special("Double", value);
        }
        String text = Decimals.shortest(value);
        return text.contains(".") || text.contains("e") ? text : text + ".0";
    }

    private static String special(String type, double value) {
        if (Double.isNaN(value)) {
            return type + ".NaN";
        }
        return type + (value > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
    }
}

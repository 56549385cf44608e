package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import org.nnlang.compiler.graph.Decimals;

/** Numbers as Java literals. */
final class FloatLiterals {
    private FloatLiterals() {}

    /** The float nearest to a number, as the shortest literal that means it. */
    static CodeBlock of(double value) {
        float rounded = (float) value;
        return Float.isNaN(rounded) || Float.isInfinite(rounded)
                ? special(Float.class, rounded)
                : CodeBlock.of("$Lf", Decimals.shortest(rounded));
    }

    /** A double literal. */
    static CodeBlock ofDouble(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return special(Double.class, value);
        }
        String text = Decimals.shortest(value);
        return CodeBlock.of("$L", text.contains(".") || text.contains("e") ? text : text + ".0");
    }

    private static CodeBlock special(Class<?> type, double value) {
        if (Double.isNaN(value)) {
            return CodeBlock.of("$T.NaN", type);
        }
        return CodeBlock.of(value > 0 ? "$T.POSITIVE_INFINITY" : "$T.NEGATIVE_INFINITY", type);
    }
}

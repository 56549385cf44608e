package org.nnlang.compiler.model;

import java.util.Locale;

/**
 * What the language does not define in itself: each is implemented once, in the runtime.
 *
 * <p>The names in lower case are those of the body-less declarations in the standard library.
 */
public enum Primitive {
    ADD(Kind.ELEMENT, 2),
    SUBTRACT(Kind.ELEMENT, 2),
    MULTIPLY(Kind.ELEMENT, 2),
    DIVIDE(Kind.ELEMENT, 2),
    REMAINDER(Kind.ELEMENT, 2),
    POWER(Kind.ELEMENT, 2),
    NEGATE(Kind.ELEMENT, 1),
    LESS(Kind.ELEMENT, 2),
    LESS_OR_EQUAL(Kind.ELEMENT, 2),
    GREATER(Kind.ELEMENT, 2),
    GREATER_OR_EQUAL(Kind.ELEMENT, 2),
    EQUAL(Kind.ELEMENT, 2),
    NOT_EQUAL(Kind.ELEMENT, 2),
    AND(Kind.ELEMENT, 2),
    OR(Kind.ELEMENT, 2),
    NOT(Kind.ELEMENT, 1),
    /** {@code if condition then a else b}, element by element. */
    CHOOSE(Kind.ELEMENT, 3),

    EXP(Kind.ELEMENT, 1),
    EXPM1(Kind.ELEMENT, 1),
    LOG(Kind.ELEMENT, 1),
    LOG1P(Kind.ELEMENT, 1),
    SQRT(Kind.ELEMENT, 1),
    ABS(Kind.ELEMENT, 1),
    SIGN(Kind.ELEMENT, 1),
    FLOOR(Kind.ELEMENT, 1),
    SIN(Kind.ELEMENT, 1),
    COS(Kind.ELEMENT, 1),
    SIGMOID(Kind.ELEMENT, 1),
    TANH(Kind.ELEMENT, 1),
    SOFTPLUS(Kind.ELEMENT, 1),
    ERF(Kind.ELEMENT, 1),
    ERFC(Kind.ELEMENT, 1),
    GELU(Kind.ELEMENT, 1),
    MAXIMUM(Kind.ELEMENT, 2),
    MINIMUM(Kind.ELEMENT, 2),
    HYPOTENUSE(Kind.ELEMENT, 2),
    /** Identity, through which no gradient goes. */
    STOP_GRADIENT(Kind.ELEMENT, 1),

    /** A row to a number. */
    SUM(Kind.REDUCTION, 1),
    PRODUCT(Kind.REDUCTION, 1),
    MAX(Kind.REDUCTION, 1),
    MIN(Kind.REDUCTION, 1),

    /** A row to a row: the greatest first. */
    SORT_DESCENDING(Kind.ROW, 1),
    /** A row to the sums of its beginnings. */
    CUMULATIVE_SUM(Kind.ROW, 1),
    /** A row to 1, 2, ... n; the row gives only its length. */
    POSITIONS(Kind.ROW, 1),
    /** Identity when predicting; the second argument is the rate, a constant. */
    DROPOUT(Kind.ROW, 2),

    /** {@code [m, n]} and {@code [n]} to {@code [m]}, or two rows to a number. */
    DOT(Kind.PRODUCT, 2),
    /** The same elements in another shape, which is the term's shape. */
    RESHAPE(Kind.STRUCTURE, 1),
    /** Rows one after another; any number of arguments. */
    CONCAT(Kind.STRUCTURE, -1);

    /** How a primitive acts on shapes. */
    public enum Kind {
        ELEMENT,
        REDUCTION,
        ROW,
        PRODUCT,
        STRUCTURE
    }

    private final Kind kind;
    private final int arity;

    Primitive(Kind kind, int arity) {
        this.kind = kind;
        this.arity = arity;
    }

    /** How it acts on shapes. */
    public Kind kind() {
        return kind;
    }

    /** The number of its arguments; -1 for any. */
    public int arity() {
        return arity;
    }

    /** Its name in the language. */
    public String functionName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

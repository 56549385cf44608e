package org.nnlang.compiler.graph;

/**
 * Which element of an operand meets element (row, column) of a result.
 *
 * <p>A value has one set of elements an example, a weight one for all.
 */
public enum Broadcast {
    /** The one at the same place. */
    ELEMENT,
    /** The one of the row. */
    ROW,
    /** The one of the column. */
    COLUMN,
    /** The only one. */
    NUMBER;

    /** The number of elements that such an operand of a result with these rows and columns has. */
    public long elements(long rows, int width) {
        return switch (this) {
            case ELEMENT -> rows * width;
            case ROW -> rows;
            case COLUMN -> width;
            case NUMBER -> 1;
        };
    }
}

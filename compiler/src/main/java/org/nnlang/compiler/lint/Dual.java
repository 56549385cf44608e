package org.nnlang.compiler.lint;

/** A number, or a row of numbers, with the derivative of each by one argument: forward mode. */
final class Dual {
    private final double[] values;
    private final double[] slopes;
    /** Whether each depends on the argument at all; where it does not, an infinite factor is of no consequence. */
    private final boolean[] moves;

    private Dual(double[] values) {
        this.values = values;
        this.slopes = new double[values.length];
        this.moves = new boolean[values.length];
    }

    /** Numbers that depend on nothing. */
    static Dual constant(double... values) {
        return new Dual(values);
    }

    /** Room for as many results. */
    static Dual ofLength(int length) {
        return constant(new double[length]);
    }

    /** The numbers. */
    double[] values() {
        return values;
    }

    /** Their derivatives. */
    double[] slopes() {
        return slopes;
    }

    /** Which of them depend on the argument. */
    boolean[] moves() {
        return moves;
    }

    int length() {
        return values.length;
    }

    /** The place of an element; a number stands for every element. */
    int at(int element) {
        return values.length == 1 ? 0 : element;
    }

    /** Copies one element of another one. */
    void set(int element, Dual from, int source) {
        values[element] = from.values[source];
        slopes[element] = from.slopes[source];
        moves[element] = from.moves[source];
    }

    /** Rounds all to float32. */
    void round() {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) values[i];
            slopes[i] = (float) slopes[i];
        }
    }
}

package org.nnlang.compiler.lint;

/**
 * What is wrong with a function at one place.
 *
 * @param place the arguments as text, such as {@code x = -100}
 * @param found the value or derivative that float32 gives there
 * @param expected what mathematics says, or a neighbouring value; NaN where nothing can be said
 */
record Finding(Kind kind, String place, double found, double expected) {
    /** The ways in which a function breaks. */
    enum Kind {
        /** A value that exists is lost, since a step on the way overflows or is rounded to nothing. */
        VALUE_LOST,
        /** A value is undefined at one place, though its neighbours converge to one. */
        VALUE_UNDEFINED,
        /** The value is right, but its derivative is lost on the way. */
        DERIVATIVE_LOST,
        /** The value is right, but its derivative is undefined there. */
        DERIVATIVE_UNDEFINED,
        /** The derivative is a number, but not the slope of the values. */
        DERIVATIVE_WRONG
    }

    /** Whether a number is one that float32 can hold. */
    static boolean fitsFloat(double value) {
        return Math.abs(value) <= Float.MAX_VALUE;
    }

    /** Whether what a function computes near a place, ever nearer to it, is defined and stays within bounds. */
    static boolean converges(double far, double near, double nearest) {
        return Double.isFinite(far) && Double.isFinite(near) && Math.abs(nearest) <= 2 * Math.abs(far) + 1;
    }
}

package org.nnlang.runtime.kernel;

/**
 * How a length is cut into parts that are nearly as long as each other, so that no thread waits for one that has a longer one.
 *
 * <p>It is filled in for each call, so that calls allocate nothing.
 */
final class EvenParts {
    /** Multiply-adds that make a part worth sharing: some microseconds. */
    static final long WORTH = 200_000;

    /** Parts a thread: more than one, so that a thread that is slowed down takes fewer. */
    static final int A_THREAD = 2;

    private int length;
    private int unit;
    private int parts;

    /**
     * Cuts.
     *
     * @param wholeLength what all parts have together
     * @param divisor the parts begin at multiples of it
     * @param most the most parts
     * @return how many parts there are: fewer where there are fewer multiples
     */
    int cut(int wholeLength, int divisor, int most) {
        length = wholeLength;
        unit = divisor;
        parts = Math.min(most, units(wholeLength, divisor));
        return parts;
    }

    /** How many multiples of a unit a length has, with what is left at the end. */
    static int units(int length, int unit) {
        return (int) (((long) length + unit - 1) / unit);
    }

    /** Where a part begins, and the one before it ends. */
    int begin(int part) {
        return (int) Math.min(length, (long) units(length, unit) * part / parts * unit);
    }
}

package org.nnlang.plots;

import java.util.Arrays;

/**
 * How often numbers fall into each of some bins of equal width: what {@link Histograms} draws.
 *
 * @param from where the first bin begins
 * @param to where the last bin ends
 * @param counts how many numbers are in each bin
 * @param caption what is written into its picture, such as a standard deviation
 */
@SuppressWarnings("ArrayRecordComponent")
public record Histogram(double from, double to, long[] counts, String caption) {
    /**
     * Copies the counts.
     *
     * @throws IllegalArgumentException unless {@code from < to}, both finite, and there is a bin
     */
    public Histogram {
        if (!(from < to) || Double.isInfinite(to - from)) {
            throw new IllegalArgumentException("a histogram needs a range, got " + from + " to " + to);
        }
        if (counts.length == 0) {
            throw new IllegalArgumentException("a histogram needs at least one bin");
        }
        counts = counts.clone();
    }

    /**
     * Counts numbers. Those outside of the range, and those that are no numbers, are in no bin.
     *
     * @param bins how many; the last one includes {@code to}
     */
    public static Histogram of(float[] values, double from, double to, int bins, String caption) {
        long[] counts = new long[bins];
        for (float value : values) {
            if (value >= from && value <= to) {
                int bin = (int) ((value - from) / (to - from) * bins);
                counts[Math.min(bin, bins - 1)]++;
            }
        }
        return new Histogram(from, to, counts, caption);
    }

    /** A copy. */
    @Override
    public long[] counts() {
        return counts.clone();
    }

    /** The count of the fullest bin. */
    public long highest() {
        return Arrays.stream(counts).max().orElse(0);
    }
}

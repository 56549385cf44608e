package org.nnlang.samples.benchmarks;

import java.util.Collection;

/** The middle of several measurements, which a few disturbed ones do not move. */
public final class Median {
    private Median() {}

    /**
     * The middle value; the mean of the two middle ones where the count is even.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static double of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("there is no median of no values");
        }
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

package org.nnlang.training.metric;

import java.util.Arrays;

/** Puts the sums of a metric into one array for a checkpoint, and takes them out again. */
final class Memory {
    private Memory() {}

    /** Arrays one after another. */
    static double[] of(double[]... parts) {
        double[] all =
                new double[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /** One of several parts of equal length. */
    static double[] part(double[] memory, int index, int count) {
        int length = memory.length / count;
        return Arrays.copyOfRange(memory, index * length, (index + 1) * length);
    }

    /**
     * Refuses what another metric remembered.
     *
     * @param fits whether its length is one that this metric has
     */
    static void check(String metric, double[] memory, boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("the " + memory.length + " numbers are not the memory of the metric "
                    + metric + " here: go on with the metrics that the checkpoint was written with");
        }
    }
}

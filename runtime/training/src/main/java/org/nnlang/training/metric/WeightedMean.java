package org.nnlang.training.metric;

import org.jspecify.annotations.Nullable;
import org.nnlang.training.Metric;

/** The base of metrics that are a mean over rows, each row with its weight. */
abstract class WeightedMean implements Metric {
    private final String name;
    private double total;
    private double weight;

    WeightedMean(String name) {
        this.name = name;
    }

    /**
     * Checks that a batch has the widths that this metric takes.
     *
     * @throws IllegalArgumentException if not
     */
    abstract void check(int width, int targetWidth);

    /** The number of one row, whose first prediction and target are at these indices. */
    abstract double row(float[] predictions, int at, float[] targets, int targetAt, int width, int targetWidth);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void reset() {
        total = 0;
        weight = 0;
    }

    @Override
    @SuppressWarnings("exports")
    public final void update(
            float[] predictions, float[] targets, int rows, int width, int targetWidth, float @Nullable [] weights) {
        check(width, targetWidth);
        for (int row = 0; row < rows; row++) {
            double rowWeight = weights == null ? 1 : weights[row];
            // A row that does not count must not bring a NaN in either.
            if (rowWeight != 0) {
                total += rowWeight * row(predictions, row * width, targets, row * targetWidth, width, targetWidth);
                weight += rowWeight;
            }
        }
    }

    @Override
    public double result() {
        return weight == 0 ? 0 : total / weight;
    }

    @Override
    public final double[] memory() {
        return new double[] {total, weight};
    }

    @Override
    public final void restore(double[] memory) {
        Memory.check(name, memory, memory.length == 2);
        total = memory[0];
        weight = memory[1];
    }
}

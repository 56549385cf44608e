package org.nnlang.training;

import org.jspecify.annotations.Nullable;

/** The accuracy of two classes, by hand. */
final class HitRate implements Metric {
    private double hits;
    private double all;

    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public void reset() {
        hits = 0;
        all = 0;
    }

    @Override
    public void update(
            float[] predictions, float[] targets, int rows, int width, int targetWidth, float @Nullable [] weights) {
        for (int r = 0; r < rows; r++) {
            double weight = weights == null ? 1 : weights[r];
            int answer = predictions[2 * r + 1] > predictions[2 * r] ? 1 : 0;
            hits += answer == targets[r] ? weight : 0;
            all += weight;
        }
    }

    @Override
    public double result() {
        return all == 0 ? 0 : hits / all;
    }

    @Override
    public double[] memory() {
        return new double[] {hits, all};
    }

    @Override
    public void restore(double[] memory) {
        hits = memory[0];
        all = memory[1];
    }
}

package org.nnlang.training.metric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nnlang.training.Metric;

/**
 * How much of the variance of the targets is explained, at most 1: the coefficient of determination, Keras' {@code R2Score}.
 *
 * <p>1 - (sum of squared errors) / (sum of squared distances of the targets from their mean), the mean of that over the
 * columns where there are several. Where the targets of a column are all equal it is 1 if all predictions are right, else
 * 0, as in scikit-learn; Keras has NaN in the first case.
 */
public final class R2 implements Metric {
    private double weight;
    private double[] mean = {};
    private double[] spread = {};
    private double[] error = {};

    /** Makes one. */
    public R2() {}

    @Override
    public String name() {
        return "r2_score";
    }

    @Override
    public void reset() {
        weight = 0;
        Arrays.fill(mean, 0);
        Arrays.fill(spread, 0);
        Arrays.fill(error, 0);
    }

    @Override
    @SuppressWarnings("exports")
    public void update(
            float[] predictions, float[] targets, int rows, int width, int targetWidth, float @Nullable [] weights) {
        Classes.checkEqual(name(), width, targetWidth);
        if (mean.length == 0) {
            mean = new double[width];
            spread = new double[width];
            error = new double[width];
        } else if (mean.length != width) {
            throw new IllegalArgumentException(
                    name() + " began with rows of " + mean.length + " predictions, got rows of " + width);
        }
        for (int row = 0; row < rows; row++) {
            double rowWeight = weights == null ? 1 : weights[row];
            if (rowWeight == 0) {
                continue;
            }
            weight += rowWeight;
            for (int i = 0; i < width; i++) {
                add(i, predictions[row * width + i], targets[row * width + i], rowWeight);
            }
        }
    }

    /** Moves mean and spread by one target, without the cancellation of sums of squares (West, 1979). */
    private void add(int column, double prediction, double target, double rowWeight) {
        double difference = target - mean[column];
        mean[column] += difference * (rowWeight / weight);
        spread[column] += rowWeight * difference * (target - mean[column]);
        error[column] += rowWeight * (prediction - target) * (prediction - target);
    }

    @Override
    public double result() {
        if (weight == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            if (spread[i] == 0) {
                sum += error[i] == 0 ? 1 : 0;
            } else {
                sum += 1 - error[i] / spread[i];
            }
        }
        return sum / mean.length;
    }

    @Override
    public double[] memory() {
        return Memory.of(new double[] {weight}, mean, spread, error);
    }

    @Override
    public void restore(double[] memory) {
        Memory.check(name(), memory, memory.length % 3 == 1);
        double[] columns = Arrays.copyOfRange(memory, 1, memory.length);
        weight = memory[0];
        mean = Memory.part(columns, 0, 3);
        spread = Memory.part(columns, 1, 3);
        error = Memory.part(columns, 2, 3);
    }
}

package org.nnlang.samples.optimizers;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.training.Callback;
import org.nnlang.training.TrainingContext;

/** The loss of a training, as the mean of so many batches at a time: that of one batch jumps. */
final class LossCurve implements Callback {
    private final int batches;
    private final List<Double> means = new ArrayList<>();
    private double sum;
    private int count;

    LossCurve(int batches) {
        this.batches = batches;
    }

    @Override
    public void beforeUpdate(TrainingContext training) {
        sum += training.batchLoss();
        count++;
        if (count == batches) {
            means.add(sum / batches);
            sum = 0;
            count = 0;
        }
    }

    /** The steps after which there is a mean. */
    double[] steps() {
        double[] steps = new double[means.size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (i + 1.0) * batches;
        }
        return steps;
    }

    double[] losses() {
        return means.stream().mapToDouble(Double::doubleValue).toArray();
    }
}

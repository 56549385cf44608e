package org.nnlang.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.LossForm;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.runtime.Port;
import org.nnlang.runtime.Shape;

/** One output with its loss and metrics, and what they gathered since the last {@link #reset}. */
final class Head {
    private final String name;
    private final TargetRows shape;
    private final Loss loss;
    private final boolean ofLogits;
    private final double lossWeight;
    private final Metric[] metrics;
    private final Metric[] weightedMetrics;
    private final float[] losses;
    private final float[] rowWeights;
    private double lossSum;

    /**
     * Makes one for up to {@code capacity} examples at a time.
     *
     * @param activation what the loss may use of the output
     * @throws IllegalArgumentException if loss, output and targets do not fit; the message names the output
     */
    Head(Port output, OutputActivation activation, Shape target, Goal goal, int capacity) {
        this.name = output.name();
        this.shape = TargetRows.of(output, target);
        try {
            LossForm form = goal.loss().form(activation, shape.width(), shape.targetWidth());
            this.loss = ClassIndexLoss.checked(form.loss());
            this.ofLogits = form.ofLogits();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "output " + output + " and targets " + target + ": " + e.getMessage(), e);
        }
        this.lossWeight = goal.weight();
        this.metrics = goal.metrics().toArray(Metric[]::new);
        this.weightedMetrics = goal.weightedMetrics().toArray(Metric[]::new);
        this.losses = new float[Math.multiplyExact(capacity, shape.rows())];
        this.rowWeights = new float[losses.length];
    }

    String name() {
        return name;
    }

    double lossWeight() {
        return lossWeight;
    }

    boolean ofLogits() {
        return ofLogits;
    }

    /** The sum over the examples of each one's loss, times its weight. */
    double lossSum() {
        return lossSum;
    }

    List<Metric> metrics() {
        List<Metric> all = new ArrayList<>(List.of(metrics));
        all.addAll(List.of(weightedMetrics));
        return all;
    }

    void reset() {
        restore(0);
        for (Metric metric : metrics) {
            metric.reset();
        }
        for (Metric metric : weightedMetrics) {
            metric.reset();
        }
    }

    void restore(double sum) {
        lossSum = sum;
    }

    /**
     * Takes in one batch.
     *
     * @param outputs after the activation
     * @param logits what the loss is calculated from if {@link #ofLogits}
     * @param weights one an example; null where all are 1
     * @param gradients of the batch's mean loss; written unless it is null
     * @return the batch's mean loss, times the weight of this loss
     */
    double take(
            float[] outputs,
            float[] logits,
            float[] targets,
            int count,
            float @Nullable [] weights,
            float @Nullable [] gradients) {
        int rows = count * shape.rows();
        loss.evaluate(ofLogits ? logits : outputs, targets, rows, shape.width(), losses, gradients);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            float weight = weights == null ? 1 : weights[i];
            if (weight == 0) {
                continue; // Its loss may be no number, of which 0 times would be none either.
            }
            double example = 0;
            for (int r = i * shape.rows(); r < (i + 1) * shape.rows(); r++) {
                example += losses[r];
            }
            sum += weight * (example / shape.rows());
        }
        lossSum += sum;
        if (gradients != null) {
            scale(gradients, count, weights);
        }
        update(outputs, targets, rows, weights);
        return lossWeight * (sum / count);
    }

    /** Turns the derivatives of each row's loss into those of the batch's weighted mean. */
    private void scale(float[] gradients, int count, float @Nullable [] weights) {
        int elements = shape.rows() * shape.width();
        double share = lossWeight / ((double) shape.rows() * count);
        for (int i = 0; i < count; i++) {
            if (weights != null && weights[i] == 0) {
                Arrays.fill(gradients, i * elements, (i + 1) * elements, 0);
                continue;
            }
            float factor = (float) (weights == null ? share : share * weights[i]);
            for (int j = i * elements; j < (i + 1) * elements; j++) {
                gradients[j] *= factor;
            }
        }
    }

    private void update(float[] outputs, float[] targets, int rows, float @Nullable [] weights) {
        for (Metric metric : metrics) {
            metric.update(outputs, targets, rows, shape.width(), shape.targetWidth(), null);
        }
        if (weightedMetrics.length == 0) {
            return;
        }
        if (weights != null) {
            for (int i = 0; i < rows / shape.rows(); i++) {
                Arrays.fill(rowWeights, i * shape.rows(), (i + 1) * shape.rows(), weights[i]);
            }
        }
        for (Metric metric : weightedMetrics) {
            metric.update(
                    outputs, targets, rows, shape.width(), shape.targetWidth(), weights == null ? null : rowWeights);
        }
    }
}

package org.nnlang.training.metric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nnlang.training.Metric;

/** Feeds rows to a metric. */
final class Judge {
    private Judge() {}

    /** The result over some rows, fed in two batches: the first row, then the others. */
    static double result(Metric metric, float[][] predictions, float[][] targets, float @Nullable ... weights) {
        feed(metric, predictions, targets, weights);
        return metric.result();
    }

    static void feed(Metric metric, float[][] predictions, float[][] targets, float @Nullable [] weights) {
        feed(metric, predictions, targets, weights, 0, 1);
        feed(metric, predictions, targets, weights, 1, predictions.length);
    }

    private static void feed(
            Metric metric, float[][] predictions, float[][] targets, float @Nullable [] weights, int from, int to) {
        float[] some = flat(predictions, from, to);
        float[] wanted = flat(targets, from, to);
        float[] counting = null;
        if (weights != null && weights.length > 0) {
            counting = Arrays.copyOfRange(weights, from, to);
        }
        metric.update(some, wanted, to - from, predictions[0].length, targets[0].length, counting);
    }

    /** Rows one after another, and a number after them that no metric may look at. */
    private static float[] flat(float[][] rows, int from, int to) {
        int width = rows[0].length;
        float[] flat = new float[(to - from) * width + 1];
        for (int row = from; row < to; row++) {
            System.arraycopy(rows[row], 0, flat, (row - from) * width, width);
        }
        flat[flat.length - 1] = 1e9f;
        return flat;
    }

    /** One number a row. */
    static float[][] column(float... numbers) {
        float[][] rows = new float[numbers.length][];
        for (int i = 0; i < numbers.length; i++) {
            rows[i] = new float[] {numbers[i]};
        }
        return rows;
    }
}

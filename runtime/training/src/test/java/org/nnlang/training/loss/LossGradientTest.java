package org.nnlang.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.training.loss.ReferenceLoss.Formula;

/** Every loss and its gradient against the definition and its central differences, in double precision, at several widths. */
class LossGradientTest {
    private static final int ROWS = 5;
    private static final double STEP = 1e-6;

    static List<ReferenceLoss> losses() {
        return ReferenceLoss.all();
    }

    @ParameterizedTest
    @MethodSource("losses")
    void isItsDefinitionAndItsDerivative(ReferenceLoss reference) {
        for (int width : new int[] {1, 2, 7, 100}) {
            for (long seed = 1; seed <= 3; seed++) {
                check(reference, width, new Random(1000 * seed + width));
            }
        }
    }

    private static void check(ReferenceLoss reference, int width, Random random) {
        List<double[][]> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(reference.rows().draw(random, width));
        }
        float[] predictions = floats(rows, 0);
        float[] targets = floats(rows, 1);
        assertThat(targets).hasSize(ROWS * reference.loss().targetWidth(width));
        float[] losses = new float[ROWS];
        float[] gradients = new float[ROWS * width];
        reference.loss().evaluate(predictions, targets, ROWS, width, losses, gradients);
        for (int i = 0; i < ROWS; i++) {
            String what = reference + " of " + width + ", row " + i;
            double[] target = doubles(targets, i, rows.get(i)[1].length);
            double[] prediction = doubles(predictions, i, width);
            Closeness.requireLoss(what, losses[i], reference.formula().of(prediction, target));
            requireDerivatives(what, reference.formula(), prediction, target, gradients, i * width);
        }
    }

    private static void requireDerivatives(
            String what, Formula formula, double[] prediction, double[] target, float[] gradients, int from) {
        double here = formula.of(prediction, target);
        double[] differences = new double[prediction.length];
        boolean[] kinks = new boolean[prediction.length];
        double largest = 0;
        for (int i = 0; i < prediction.length; i++) {
            double value = prediction[i];
            prediction[i] = value + STEP;
            double right = formula.of(prediction, target) - here;
            prediction[i] = value - STEP;
            double left = here - formula.of(prediction, target);
            prediction[i] = value;
            differences[i] = (right + left) / (2 * STEP);
            kinks[i] = Math.abs(right - left) / STEP > 0.01 * Math.max(Math.abs(differences[i]), 0.01);
            largest = Math.max(largest, Math.abs(differences[i]));
        }
        int smooth = 0;
        for (int i = 0; i < prediction.length; i++) {
            if (!kinks[i]) {
                smooth++;
                assertThat((double) gradients[from + i])
                        .as("%s: derivative %d", what, i)
                        .isCloseTo(differences[i], within(1e-6 + 1e-5 * largest + 1e-4 * Math.abs(differences[i])));
            }
        }
        assertThat(smooth).as(what).isGreaterThanOrEqualTo(prediction.length - 1);
    }

    private static float[] floats(List<double[][]> rows, int part) {
        int width = rows.get(0)[part].length;
        float[] values = new float[rows.size() * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) rows.get(i / width)[part][i % width];
        }
        return values;
    }

    private static double[] doubles(float[] values, int row, int width) {
        double[] part = new double[width];
        for (int i = 0; i < width; i++) {
            part[i] = values[row * width + i];
        }
        return part;
    }
}

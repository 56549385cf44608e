package org.nnlang.training.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A loss is the same number to the bit whether its gradient is wanted too, which may pass through the gradients' array. */
class LossWithoutGradientsTest {
    private static final int ROWS = 7;

    static List<ReferenceLoss> losses() {
        return ReferenceLoss.all();
    }

    @ParameterizedTest
    @MethodSource("losses")
    void isTheSame(ReferenceLoss reference) {
        for (int width : new int[] {1, 2, 10, 37}) {
            Random random = new Random(width);
            int targetWidth = reference.loss().targetWidth(width);
            float[] predictions = new float[ROWS * width];
            float[] targets = new float[ROWS * targetWidth];
            for (int row = 0; row < ROWS; row++) {
                double[][] drawn = reference.rows().draw(random, width);
                put(drawn[0], predictions, row * width);
                put(drawn[1], targets, row * targetWidth);
            }
            float[] alone = new float[ROWS];
            float[] losses = new float[ROWS];
            float[] gradients = new float[ROWS * width];
            Arrays.fill(gradients, Float.NaN);

            reference.loss().evaluate(predictions, targets, ROWS, width, alone, null);
            reference.loss().evaluate(predictions, targets, ROWS, width, losses, gradients);

            assertThat(losses).usingComparator(Arrays::compare).isEqualTo(alone);
            for (float gradient : gradients) {
                assertThat(gradient).isFinite();
            }
        }
    }

    private static void put(double[] from, float[] to, int begin) {
        for (int i = 0; i < from.length; i++) {
            to[begin + i] = (float) from[i];
        }
    }
}

package org.nnlang.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** How near float32 results must be to reference numbers. */
public final class Closeness {
    private Closeness() {}

    /** Losses: within 1e-5 of themselves, and 1e-6. */
    public static void requireLosses(String what, float[] found, double[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            requireLoss(what + " of row " + i, found[i], expected[i]);
        }
    }

    /** One loss. */
    public static void requireLoss(String what, double found, double expected) {
        assertThat(found).as(what).isCloseTo(expected, within(1e-6 + 1e-5 * Math.abs(expected)));
    }

    /** Gradients: within 1e-4 of themselves, and 1e-5 of the largest. */
    public static void requireGradients(String what, float[] found, double[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        double largest = 0;
        for (double each : expected) {
            largest = Math.max(largest, Math.abs(each));
        }
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i])
                    .as("gradient %d of %s", i, what)
                    .isCloseTo(expected[i], within(1e-5 * largest + 1e-4 * Math.abs(expected[i])));
        }
    }
}

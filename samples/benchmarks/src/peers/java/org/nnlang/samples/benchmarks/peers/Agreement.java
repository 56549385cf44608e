package org.nnlang.samples.benchmarks.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Checks that a contender calculates the same as the others, before anyone is measured. */
final class Agreement {
    private static final double OUTPUTS = 1e-5;
    private static final double FIRST_LOSS = 1e-4;
    private static final double LATER_LOSS = 0.05;
    private static final int STEPS = 10;

    private Agreement() {}

    /** The outputs of a prediction; of training, the losses of the first steps. */
    static float[] numbers(WorkerProcess worker, Workload workload) throws IOException {
        if (!workload.training()) {
            return worker.run();
        }
        List<Float> losses = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            for (float loss : worker.run()) {
                losses.add(loss);
            }
        }
        float[] result = new float[losses.size()];
        for (int step = 0; step < result.length; step++) {
            result[step] = losses.get(step);
        }
        return result;
    }

    /**
     * Compares a contender's numbers with the reference.
     *
     * <p>Outputs may differ by 1e-5 and the first loss by 1e-4. The losses after it may differ by 5 %, since libraries do not agree on
     * Adam's epsilon. A contender that does not tell its loss is left to check itself.
     *
     * @throws IllegalStateException if they differ by more
     */
    static void require(String name, Workload workload, float[] expected, float[] actual) {
        if (workload.training() && actual.length == 0) {
            return;
        }
        if (expected.length != actual.length) {
            throw new IllegalStateException(
                    name + ", " + workload + ": " + actual.length + " numbers in place of " + expected.length);
        }
        for (int i = 0; i < expected.length; i++) {
            double tolerance = !workload.training() ? OUTPUTS : i == 0 ? FIRST_LOSS : LATER_LOSS * expected[i];
            if (!(Math.abs(expected[i] - actual[i]) <= tolerance)) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT,
                        "%s, %s: number %d is %s in place of %s",
                        name,
                        workload,
                        i,
                        actual[i],
                        expected[i]));
            }
        }
    }
}

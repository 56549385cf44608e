package org.nnlang.samples.mnist;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.nnlang.runtime.data.Dataset;

/** Classifies images one by one and in batches, and tells how long each takes and that both predict the same. */
final class BothWays {
    private static final int BATCH = 100;

    private final Dataset images;
    private final PrintStream out;

    private BothWays(Dataset images, PrintStream out) {
        this.images = images;
        this.out = out;
    }

    /** Prints both ways, and returns what they predict. */
    static int[] classify(DigitClassifier model, Dataset images, PrintStream out) {
        BothWays ways = new BothWays(images, out);
        int[] oneByOne = ways.timed("one by one", () -> Predictions.oneByOne(model, images));
        int[] inBatches = ways.timed("in batches of " + BATCH, () -> Predictions.inBatches(model, images, BATCH));
        if (!Arrays.equals(oneByOne, inBatches)) {
            throw new IllegalStateException("one by one and in batches, the predictions differ");
        }
        out.println("Both ways predict the same.");
        return inBatches;
    }

    private int[] timed(String way, Supplier<int[]> classifier) {
        long start = System.nanoTime();
        int[] predicted = classifier.get();
        double seconds = (System.nanoTime() - start) * 1e-9;
        int right = 0;
        for (int i = 0; i < predicted.length; i++) {
            right += predicted[i] == images.label(i) ? 1 : 0;
        }
        out.printf(
                Locale.ROOT,
                "%-22s %,d of %,d right (%.2f %%) in %.3f s%n",
                way + ":",
                right,
                predicted.length,
                100.0 * right / predicted.length,
                seconds);
        return predicted;
    }
}

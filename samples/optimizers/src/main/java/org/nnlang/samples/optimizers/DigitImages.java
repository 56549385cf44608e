package org.nnlang.samples.optimizers;

import java.io.IOException;
import java.nio.file.Path;
import org.nnlang.runtime.data.Dataset;
import org.nnlang.runtime.data.DrawnDigits;
import org.nnlang.runtime.data.Mnist;

/**
 * Digits to learn, and digits to be judged by.
 *
 * @param origin where they come from, for people
 */
record DigitImages(String origin, Dataset train, Dataset test) {
    private static final long SEED = 42;
    private static final int DRAWN = 20_000;
    private static final int DRAWN_TESTS = 5_000;

    /** MNIST where {@code data/mnist} or {@code shared/data/mnist} is here or in a folder above; digits drawn by our own code elsewhere. */
    static DigitImages find() throws IOException {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            for (String name : new String[] {"data/mnist", "shared/data/mnist"}) {
                Path mnist = folder.resolve(name);
                if (Mnist.isIn(mnist)) {
                    return new DigitImages("MNIST, from " + mnist, Mnist.train(mnist), Mnist.test(mnist));
                }
            }
        }
        return drawn(DRAWN, DRAWN_TESTS);
    }

    /** So many of our own. */
    static DigitImages drawn(int train, int test) {
        return new DigitImages(
                "drawn by this program; for MNIST: nn mnist fetch data/mnist",
                DrawnDigits.of(SEED, train),
                DrawnDigits.of(SEED + 1, test));
    }
}

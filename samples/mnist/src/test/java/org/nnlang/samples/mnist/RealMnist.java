package org.nnlang.samples.mnist;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** MNIST's own images, for tests of figures that hold of nothing else. */
final class RealMnist {
    private RealMnist() {}

    /** Finds them as the sample does; skips the test where they are not. */
    static DigitImages images() throws IOException {
        return new DigitImages(folder());
    }

    /** The folder of their files; skips the test where there is none. */
    static Path folder() throws IOException {
        Path folder = DigitImages.find(null).folder();
        assumeTrue(folder != null, "no data/mnist or shared/data/mnist here or above");
        return Objects.requireNonNull(folder);
    }
}

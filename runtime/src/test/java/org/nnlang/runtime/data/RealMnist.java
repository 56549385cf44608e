package org.nnlang.runtime.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

/** Where the real MNIST is: in {@code shared/data/mnist} beside this checkout, or nowhere. */
final class RealMnist {
    private RealMnist() {}

    static Path folder() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("shared/data/mnist");
            if (Mnist.isIn(candidate)) {
                return candidate;
            }
        }
        assumeTrue(false, "MNIST is in no shared/data/mnist above the working directory");
        throw new AssertionError("unreachable");
    }
}

package org.nnlang.samples.mnist;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.data.Dataset;
import org.nnlang.runtime.data.DrawnDigits;
import org.nnlang.runtime.data.Mnist;

/**
 * The images that the sample learns and classifies: MNIST's where its files are, digits drawn by our own code elsewhere.
 *
 * @param folder where MNIST's files are, or null for drawn digits
 */
record DigitImages(@Nullable Path folder) {
    private static final long TRAIN_SEED = 1;
    private static final int TRAIN_COUNT = 20_000;
    private static final long TEST_SEED = 42;
    private static final int TEST_COUNT = 10_000;

    /**
     * Finds the images.
     *
     * @param folder the folder with MNIST's files, or null to look for {@code data/mnist} and {@code shared/data/mnist} here and in
     *     the folders above
     */
    static DigitImages find(@Nullable Path folder) throws IOException {
        if (folder != null && !Mnist.isIn(folder)) {
            throw new IOException("MNIST's four files are not in " + folder + "; fetch them: nn mnist fetch " + folder);
        }
        return new DigitImages(folder != null ? folder : search(Path.of("").toAbsolutePath()));
    }

    /** The images to learn from: MNIST's 60,000, or 20,000 drawn ones. */
    Dataset train() throws IOException {
        return folder == null ? DrawnDigits.of(TRAIN_SEED, TRAIN_COUNT) : Mnist.train(folder);
    }

    /** The 10,000 images to be judged by. */
    Dataset test() throws IOException {
        return folder == null ? DrawnDigits.of(TEST_SEED, TEST_COUNT) : Mnist.test(folder);
    }

    /** Where they come from, for people. */
    String origin() {
        return folder != null
                ? "MNIST, from " + folder
                : "digits drawn by this program, since no folder data/mnist was found here or above;\n"
                        + "         for MNIST: -Dmnist.arguments=FOLDER, after `nn mnist fetch FOLDER`";
    }

    private static @Nullable Path search(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            for (String name : new String[] {"data/mnist", "shared/data/mnist"}) {
                Path candidate = folder.resolve(name);
                if (Mnist.isIn(candidate)) {
                    return candidate;
                }
            }
        }
        return null;
    }
}

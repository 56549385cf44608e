package org.nnlang.samples.mnist;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.data.Dataset;
import org.nnlang.runtime.data.DrawnDigits;
import org.nnlang.runtime.data.Mnist;

/**
 * The images that the sample classifies: MNIST's test set where its files are, digits drawn by our own code elsewhere.
 *
 * @param images 10,000 images with their labels
 * @param origin where they come from, as a sentence for people
 */
record DigitImages(Dataset images, String origin) {
    private static final int COUNT = 10_000;
    private static final long SEED = 42;

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
        Path found = folder != null ? folder : search(Path.of("").toAbsolutePath());
        if (found != null) {
            return new DigitImages(Mnist.test(found), "MNIST's test set, from " + found);
        }
        return new DigitImages(
                DrawnDigits.of(SEED, COUNT),
                "digits drawn by this program, since no folder data/mnist was found here or above;\n"
                        + "give one: -Dmnist.arguments=FOLDER, after `nn mnist fetch FOLDER`");
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

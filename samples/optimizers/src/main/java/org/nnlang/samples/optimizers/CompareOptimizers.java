package org.nnlang.samples.optimizers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares six optimizers: their ways through a valley, and how fast they learn digits.
 *
 * <p>The system property {@code optimizers.pictures} says in which folder the pictures go.
 */
public final class CompareOptimizers {
    private static final int EPOCHS = 5;
    private static final int SMOOTHING = 100;

    private CompareOptimizers() {}

    /** Runs the sample; it takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        Path folder =
                Path.of(System.getProperty("optimizers.pictures", "target")).toAbsolutePath();
        Files.createDirectories(folder);
        new ValleyPicture(System.out).write(folder.resolve("valley.png"));
        new DigitRace(DigitImages.find(), EPOCHS, SMOOTHING, System.out).write(folder.resolve("losses.png"));
    }
}

package org.nnlang.samples.initialization;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Shows what random first weights make of a deep network: how the layers' values are spread, and which gradients arrive.
 *
 * <p>The system property {@code initialization.pictures} says in which folder the pictures go.
 */
public final class Initialization {
    private static final int EXAMPLES = 1_000;

    private Initialization() {}

    /** Runs the sample; it takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        Path folder =
                Path.of(System.getProperty("initialization.pictures", "target")).toAbsolutePath();
        Files.createDirectories(folder);
        for (Activation activation : Activation.values()) {
            new ActivationPicture(activation, System.out).write(folder.resolve(activation.title() + ".png"), EXAMPLES);
        }
        VanishingGradient gradient = new VanishingGradient(System.out, EXAMPLES);
        gradient.table();
        gradient.write(folder.resolve("gradients.png"));
    }
}

package org.nnlang.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.data.Dataset;
import org.nnlang.runtime.data.DrawnDigits;
import org.nnlang.runtime.data.Mnist;

/**
 * A data set as an option names it: {@code mnist:FOLDER}, {@code drawn} or {@code drawn:SEED}.
 *
 * @param text what was written
 */
record DataArgument(String text) {
    private static final int DRAWN = 10_000;
    private static final long DRAWN_SEED = 42;
    private static final String FORMS = "mnist:FOLDER, drawn or drawn:SEED";

    /** Loads the test images, laid out for a model's input. */
    Dataset load(Shape input) throws IOException {
        Mnist.Options options = new Mnist.Options(true, input.rank() == 1, false);
        if (text.startsWith("mnist:")) {
            Path folder = Path.of(text.substring("mnist:".length()));
            if (!Files.isDirectory(folder)) {
                throw new Failure(
                        "--data: there is no folder " + folder + "; `nn mnist fetch " + folder + "` makes it");
            }
            return Mnist.test(folder, options);
        }
        if (text.equals("drawn")) {
            return DrawnDigits.of(DRAWN_SEED, DRAWN, options);
        }
        if (text.startsWith("drawn:")) {
            String seed = text.substring("drawn:".length());
            try {
                return DrawnDigits.of(Long.parseLong(seed), DRAWN, options);
            } catch (NumberFormatException e) {
                throw new Failure("--data drawn:SEED needs a whole number, got " + seed);
            }
        }
        throw new Failure("--data: unknown data '" + text + "'; one of " + FORMS);
    }
}

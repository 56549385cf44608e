package org.nnlang.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.data.Dataset;
import org.nnlang.runtime.data.DrawnDigits;
import org.nnlang.runtime.data.Mnist;

/**
 * A data set as an option names it: {@code mnist:FOLDER}, {@code drawn} or {@code drawn:SEED}; for training also {@code csv:FILE}.
 *
 * @param option the option, for messages
 * @param text what was written
 */
record DataArgument(String option, String text) {
    private static final int DRAWN_TO_TEST = 10_000;
    private static final int DRAWN_TO_TRAIN = 20_000;
    private static final long DRAWN_SEED = 42;
    private static final String MNIST = "mnist:";
    private static final String DRAWN = "drawn";
    private static final String CSV = "csv:";
    private static final String FORMS = "mnist:FOLDER, drawn or drawn:SEED";

    /** Loads the test images, laid out for a model's input. */
    Dataset load(Shape input) throws IOException {
        return images(input, false, FORMS);
    }

    /** Whether it is a CSV file. */
    boolean isCsv() {
        return text.startsWith(CSV);
    }

    /** The CSV file. */
    Path csv() {
        return Path.of(text.substring(CSV.length()));
    }

    /** Whether this is the name of a data set rather than anything else. */
    static boolean isOne(String text) {
        return text.startsWith(MNIST) || text.startsWith(DRAWN) || text.startsWith(CSV);
    }

    /**
     * Loads images with their classes, laid out for a model's input.
     *
     * @param training whether they are those to learn from; no drawn digit is one of those and one to test on
     */
    Dataset images(Shape input, boolean training) throws IOException {
        return images(input, training, FORMS + ", csv:FILE");
    }

    private Dataset images(Shape input, boolean training, String forms) throws IOException {
        Mnist.Options options = new Mnist.Options(true, input.rank() == 1, false);
        if (text.startsWith(MNIST)) {
            Path folder = Path.of(text.substring(MNIST.length()));
            if (!Files.isDirectory(folder)) {
                throw new Failure(
                        option + ": there is no folder " + folder + "; `nn mnist fetch " + folder + "` makes it");
            }
            return training ? Mnist.train(folder, options) : Mnist.test(folder, options);
        }
        if (text.equals(DRAWN)) {
            return drawn(DRAWN_SEED, options, training);
        }
        if (text.startsWith(DRAWN + ":")) {
            String seed = text.substring(DRAWN.length() + 1);
            try {
                return drawn(Long.parseLong(seed), options, training);
            } catch (NumberFormatException e) {
                throw new Failure(option + " drawn:SEED needs a whole number, got " + seed);
            }
        }
        throw new Failure(option + ": unknown data '" + text + "'; one of " + forms);
    }

    private static Dataset drawn(long seed, Mnist.Options options, boolean training) {
        return training
                ? DrawnDigits.of(seed, DRAWN_TO_TEST + DRAWN_TO_TRAIN, options)
                        .range(DRAWN_TO_TEST, DRAWN_TO_TEST + DRAWN_TO_TRAIN)
                : DrawnDigits.of(seed, DRAWN_TO_TEST, options);
    }
}

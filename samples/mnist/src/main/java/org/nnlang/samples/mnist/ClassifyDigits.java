package org.nnlang.samples.mnist;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.nnlang.runtime.data.Dataset;

/**
 * Classifies 10,000 images of digits with the generated {@link DigitClassifier}, one by one and in batches of 100.
 *
 * <p>Arguments: the folder with MNIST's files (else it looks for one), and a file of weights (else they are random). The system
 * property {@code mnist.picture} says where the picture goes.
 */
public final class ClassifyDigits {
    private static final int BATCH = 100;
    private static final int SHOWN = 25;
    private static final long SEED = 42;

    private final PrintStream out;

    private ClassifyDigits(PrintStream out) {
        this.out = out;
    }

    /** Runs the sample; what is wrong with the arguments or files goes to the error output, and makes the exit status 1 or 2. */
    public static void main(String[] arguments) {
        int status = run(arguments, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** 0, or 1 for files that cannot be used, or 2 for wrong arguments. */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length > 2) {
            err.println("expected at most [FOLDER [WEIGHTS]], got " + String.join(" ", arguments));
            return 2;
        }
        try {
            new ClassifyDigits(out).run(arguments);
            return 0;
        } catch (IOException e) {
            err.println("error: " + e.getMessage());
            return 1;
        }
    }

    private void run(String[] arguments) throws IOException {
        DigitImages digits = DigitImages.find(arguments.length > 0 ? Path.of(arguments[0]) : null);
        boolean trained = arguments.length > 1;
        DigitClassifier model = trained ? load(Path.of(arguments[1])) : DigitClassifier.create(SEED);
        out.println(model.summary());
        out.println("Images:  " + digits.origin());
        out.println(
                trained
                        ? "Weights: " + arguments[1]
                        : "Weights: random, seed " + SEED + ": about 10 % right is what chance gives");
        out.println();

        Dataset images = digits.images();
        int[] oneByOne = timed("one by one", images, () -> Predictions.oneByOne(model, images));
        int[] inBatches = timed("in batches of " + BATCH, images, () -> Predictions.inBatches(model, images, BATCH));
        if (!Arrays.equals(oneByOne, inBatches)) {
            throw new IllegalStateException("one by one and in batches, the predictions differ");
        }
        out.println("Both ways predict the same.");
        out.println();
        Path picture = Path.of(System.getProperty("mnist.picture", "target/digits.png"));
        Pictures.show(images.take(SHOWN), inBatches, picture, out);
    }

    private static DigitClassifier load(Path weights) throws IOException {
        if (!Files.isRegularFile(weights)) {
            throw new IOException("no file of weights at " + weights + "; give one in safetensors or npz form");
        }
        return DigitClassifier.load(weights);
    }

    private int[] timed(String way, Dataset images, Supplier<int[]> classifier) {
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

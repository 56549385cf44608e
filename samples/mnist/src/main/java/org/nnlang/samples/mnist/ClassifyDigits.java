package org.nnlang.samples.mnist;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nnlang.plots.CaptionedImage;
import org.nnlang.runtime.data.Dataset;

/**
 * Classifies 10,000 images of digits with the generated {@link DigitClassifier}, one by one and in batches of 100.
 *
 * <p>Arguments: the folder with MNIST's files (else it looks for one), and a file of weights (else those that come with the sample).
 * The system property {@code mnist.output} says into which folder the picture goes.
 */
public final class ClassifyDigits {
    private static final int SHOWN = 36;

    private ClassifyDigits() {}

    /** Runs the sample; what is wrong with the arguments or files goes to the error output, and makes the exit status 1 or 2. */
    public static void main(String[] arguments) {
        Sample.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        return Sample.run(() -> classify(arguments, out), err);
    }

    private static void classify(String[] arguments, PrintStream out) throws IOException, UsageException {
        if (arguments.length > 2) {
            throw new UsageException("expected at most [FOLDER [WEIGHTS]], got " + String.join(" ", arguments));
        }
        DigitImages digits = DigitImages.find(arguments.length > 0 ? Path.of(arguments[0]) : null);
        Path weights = arguments.length > 1 ? Path.of(arguments[1]) : null;
        DigitClassifier model = weights == null ? ShippedWeights.load() : load(weights);
        out.println(model.summary());
        out.println("Images:  " + digits.origin());
        out.println("Weights: " + (weights == null ? "those that come with the sample, trained on MNIST" : weights));
        out.println();

        Dataset images = digits.test();
        int[] predicted = BothWays.classify(model, images, out);
        out.println();
        Pictures.show(firstOf(images, predicted), Pictures.folder().resolve("digits.png"), out);
    }

    private static DigitClassifier load(Path weights) throws IOException {
        if (!Files.isRegularFile(weights)) {
            throw new IOException("no file of weights at " + weights + "; give one in safetensors or npz form");
        }
        return DigitClassifier.load(weights);
    }

    private static List<CaptionedImage> firstOf(Dataset images, int[] predicted) {
        List<CaptionedImage> captioned = new ArrayList<>();
        for (int i = 0; i < Math.min(SHOWN, images.size()); i++) {
            captioned.add(CaptionedImage.of(images, i, predicted[i]));
        }
        return captioned;
    }
}

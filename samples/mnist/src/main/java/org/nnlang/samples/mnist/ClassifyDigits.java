package org.nnlang.samples.mnist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.nnlang.runtime.data.Dataset;

/**
 * Classifies 10,000 images of digits with the generated {@link DigitClassifier}, one by one and in batches of 100.
 *
 * <p>Arguments: the folder with MNIST's files (else it looks for one), and a file of weights (else they are random).
 */
public final class ClassifyDigits {
    private static final int BATCH = 100;
    private static final int SHOWN = 25;
    private static final long SEED = 42;

    private ClassifyDigits() {}

    /** Runs the sample. */
    public static void main(String[] arguments) throws IOException {
        DigitImages digits = DigitImages.find(arguments.length > 0 ? Path.of(arguments[0]) : null);
        boolean trained = arguments.length > 1;
        DigitClassifier model = trained ? DigitClassifier.load(Path.of(arguments[1])) : DigitClassifier.create(SEED);

        System.out.println(model.summary());
        System.out.println("Images:  " + digits.origin());
        System.out.println(
                trained
                        ? "Weights: " + arguments[1]
                        : "Weights: random, seed " + SEED + ": about 10 % right is what chance gives");
        System.out.println();
        int[] oneByOne = classify("one by one", digits.images(), () -> oneByOne(model, digits.images()));
        int[] inBatches = classify("in batches of " + BATCH, digits.images(), () -> inBatches(model, digits.images()));
        if (!Arrays.equals(oneByOne, inBatches)) {
            throw new IllegalStateException("one by one and in batches, the predictions differ");
        }
        System.out.println("Both ways predict the same, to the bit.");
        System.out.println();
        Path picture = Path.of("target", "digits.png");
        Files.createDirectories(picture.toAbsolutePath().getParent());
        Pictures.show(digits.images().take(SHOWN), inBatches, picture);
    }

    private interface Classifier {
        int[] classify();
    }

    private static int[] classify(String way, Dataset images, Classifier classifier) {
        long start = System.nanoTime();
        int[] predicted = classifier.classify();
        double seconds = (System.nanoTime() - start) * 1e-9;
        int right = 0;
        for (int i = 0; i < predicted.length; i++) {
            right += predicted[i] == images.label(i) ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%-22s %,d of %,d right (%.2f %%) in %.3f s%n",
                way + ":",
                right,
                predicted.length,
                100.0 * right / predicted.length,
                seconds);
        return predicted;
    }

    private static int[] oneByOne(DigitClassifier model, Dataset images) {
        int[] predicted = new int[images.size()];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = largest(model.digit(images.row(i)), 0, images.classes());
        }
        return predicted;
    }

    private static int[] inBatches(DigitClassifier model, Dataset images) {
        int[] predicted = new int[images.size()];
        int classes = images.classes();
        float[] batch = new float[BATCH * images.featureShape().elements()];
        float[] probabilities = new float[BATCH * classes];
        DigitClassifier.Session session = model.newSession(BATCH);
        for (int from = 0; from < predicted.length; from += BATCH) {
            int count = Math.min(BATCH, predicted.length - from);
            images.copyFeatures(from, from + count, batch);
            session.run(batch, count, probabilities);
            for (int i = 0; i < count; i++) {
                predicted[from + i] = largest(probabilities, i * classes, classes);
            }
        }
        return predicted;
    }

    /** The position of the largest of {@code count} numbers, counted from {@code from}. */
    private static int largest(float[] numbers, int from, int count) {
        int largest = 0;
        for (int i = 1; i < count; i++) {
            if (numbers[from + i] > numbers[from + largest]) {
                largest = i;
            }
        }
        return largest;
    }
}

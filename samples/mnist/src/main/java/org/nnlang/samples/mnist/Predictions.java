package org.nnlang.samples.mnist;

import org.nnlang.runtime.data.Dataset;

/** The digits that a model sees in images: two ways to ask it, which agree to the bit. */
final class Predictions {
    private Predictions() {}

    /** Asks for one image at a time. */
    static int[] oneByOne(DigitClassifier model, Dataset images) {
        int[] predicted = new int[images.size()];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = largest(model.digit(images.row(i)), 0, images.classes());
        }
        return predicted;
    }

    /** Asks for {@code batch} images at a time, in buffers that are allocated once. */
    static int[] inBatches(DigitClassifier model, Dataset images, int batch) {
        int[] predicted = new int[images.size()];
        int classes = images.classes();
        float[] pixels = new float[batch * images.featureShape().elements()];
        float[] probabilities = new float[batch * classes];
        DigitClassifier.Session session = model.newSession(batch);
        for (int from = 0; from < predicted.length; from += batch) {
            int count = Math.min(batch, predicted.length - from);
            images.copyFeatures(from, from + count, pixels);
            session.run(pixels, count, probabilities);
            for (int i = 0; i < count; i++) {
                predicted[from + i] = largest(probabilities, i * classes, classes);
            }
        }
        return predicted;
    }

    /** The position of the largest of {@code count} numbers, counted from {@code from}. */
    static int largest(float[] numbers, int from, int count) {
        int largest = 0;
        for (int i = 1; i < count; i++) {
            if (numbers[from + i] > numbers[from + largest]) {
                largest = i;
            }
        }
        return largest;
    }
}

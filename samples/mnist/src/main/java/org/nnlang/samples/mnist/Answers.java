package org.nnlang.samples.mnist;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.ModelSession;
import org.nnlang.runtime.data.Dataset;
import org.nnlang.training.metric.ConfusionMatrix;

/**
 * What a network says of images, with how sure it is.
 *
 * @param images that it was asked about
 * @param probabilities of each digit, a row an image; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answers(Dataset images, float[] probabilities) {
    private static final int BATCH = 100;

    /** Asks a network, a batch at a time. */
    static Answers of(Model model, Dataset images) {
        int classes = images.classes();
        float[] probabilities = new float[images.size() * classes];
        float[][] pixels = {new float[BATCH * images.featureShape().elements()]};
        float[][] batch = {new float[BATCH * classes]};
        ModelSession session = model.newSession(BATCH);
        for (int from = 0; from < images.size(); from += BATCH) {
            int count = Math.min(BATCH, images.size() - from);
            images.copyFeatures(from, from + count, pixels[0]);
            session.run(pixels, count, batch);
            System.arraycopy(batch[0], 0, probabilities, from * classes, count * classes);
        }
        return new Answers(images, probabilities);
    }

    /** The digit that the network takes an image for. */
    int digit(int image) {
        return Predictions.largest(probabilities, image * images.classes(), images.classes());
    }

    /** How many images were taken for what they are. */
    int right() {
        return (int) IntStream.range(0, images.size())
                .filter(image -> digit(image) == images.label(image))
                .count();
    }

    /** Which digits were taken for which. */
    ConfusionMatrix confusion() {
        ConfusionMatrix confusion = new ConfusionMatrix(images.classes());
        float[] labels = images.asIndices().targets();
        confusion.update(probabilities, labels, images.size(), images.classes(), 1, null);
        return confusion;
    }

    /** The images that were taken for a wrong digit, beginning with those of which the right digit was thought the least likely. */
    List<Integer> worst(int most) {
        return IntStream.range(0, images.size())
                .filter(image -> digit(image) != images.label(image))
                .boxed()
                .sorted(Comparator.comparing(this::probabilityOfLabel))
                .limit(most)
                .toList();
    }

    private float probabilityOfLabel(int image) {
        return probabilities[image * images.classes() + images.label(image)];
    }
}

package org.nnlang.samples.initialization;

import org.nnlang.runtime.Shape;
import org.nnlang.runtime.data.Dataset;
import org.nnlang.runtime.init.RandomStream;

/** Examples without a meaning: it is the first weights that are looked at, so any numbers will do that are about as large as 1. */
final class RandomExamples {
    static final int CLASSES = 10;

    private static final int WIDTH = 100;
    private static final long SEED = 42;

    private RandomExamples() {}

    /** Examples of 100 numbers of the standard normal distribution, and a random one of ten classes for each. */
    static Dataset of(int count) {
        RandomStream random = RandomStream.of(SEED, "examples");
        float[] inputs = new float[count * WIDTH];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) random.nextGaussian();
        }
        int[] classes = new int[count];
        for (int i = 0; i < count; i++) {
            classes[i] = random.nextInt(CLASSES);
        }
        return new Dataset(Shape.of(WIDTH), inputs, classes, CLASSES, true);
    }
}

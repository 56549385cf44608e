package org.nnlang.samples.initialization;

import org.nnlang.runtime.init.RandomStream;

/** Random examples: it is the weights that are looked at, so any numbers will do that are about as large as 1. */
final class Inputs {
    /** The numbers of one example. */
    static final int WIDTH = 100;

    private static final long SEED = 42;

    private Inputs() {}

    /** Examples whose numbers are of the standard normal distribution, one after another. */
    static float[] of(int count) {
        RandomStream random = RandomStream.of(SEED, "inputs");
        float[] inputs = new float[count * WIDTH];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) random.nextGaussian();
        }
        return inputs;
    }

    /** A random class for each example, as rows of zeros and a one. */
    static float[] classes(int count, int classes) {
        RandomStream random = RandomStream.of(SEED, "classes");
        float[] targets = new float[count * classes];
        for (int i = 0; i < count; i++) {
            targets[i * classes + random.nextInt(classes)] = 1;
        }
        return targets;
    }
}

package org.nnlang.samples.benchmarks;

import java.util.Random;
import org.nnlang.runtime.Model;

/** Examples drawn from a fixed seed: what is calculated with does not change the time, but must not be all zeros. */
public final class Inputs {
    private static final long SEED = 7;

    private Inputs() {}

    /** As many rows of numbers from 0 to 1 as there are examples, one after another. */
    public static float[] uniform(int rows, int width) {
        Random random = new Random(SEED);
        float[] values = new float[rows * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    /** Examples for the only input of a model. */
    public static float[] of(Model model, int rows) {
        return uniform(rows, model.inputs().get(0).shape().elements());
    }

    /** One-hot rows. */
    public static float[] targets(int rows, int classes) {
        Random random = new Random(SEED);
        float[] values = new float[rows * classes];
        for (int row = 0; row < rows; row++) {
            values[row * classes + random.nextInt(classes)] = 1;
        }
        return values;
    }
}

package org.nnlang.samples.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The smallest program that predicts: reads W1's weights from a file, predicts one example, prints the outputs, ends. */
public final class FirstPrediction {
    private static final int INPUTS = 784;
    private static final int OUTPUTS = 10;

    private FirstPrediction() {}

    /**
     * Predicts once.
     *
     * @param arguments the file of the weights
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        System.out.println(Arrays.toString(predict(Path.of(arguments[0]))));
    }

    static float[] predict(Path weights) throws IOException {
        float[][] inputs = {new float[INPUTS]};
        float[][] outputs = {new float[OUTPUTS]};
        for (int i = 0; i < INPUTS; i++) {
            inputs[0][i] = i / (float) INPUTS;
        }
        Small.load(weights).newSession(1).run(inputs, 1, outputs);
        return outputs[0];
    }
}

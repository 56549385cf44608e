package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gradients that are noted and calculated together have the bits of the simple kernels, one after another. */
class WeightGradientsTest {
    private static final int ROWS = 67;

    /** Units and inputs of layers: large and small, and so many that there are more gradients than threads. */
    private static final int[][] LAYERS = {
        {10, 100}, {100, 50}, {50, 784}, {3, 7}, {1, 1}, {65, 130}, {513, 40}, {200, 331}
    };

    private final SplittableRandom random = new SplittableRandom(1);
    private final float[][] x = new float[LAYERS.length + 1][];
    private final float[][] outputGradients = new float[LAYERS.length + 1][];

    WeightGradientsTest() {
        for (int i = 0; i <= LAYERS.length; i++) {
            int[] layer = LAYERS[Math.min(i, LAYERS.length - 1)];
            x[i] = numbers(ROWS * layer[1]);
            outputGradients[i] = numbers(ROWS * layer[0]);
        }
    }

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextDouble(-1, 1);
        }
        return numbers;
    }

    /** The last layer is used twice. */
    private float[][] gradients(Kernels kernels, int threads, int steps) {
        Workspace workspace = kernels.trainingWorkspace(513, 784);
        workspace.useThreads(threads);
        DenseWeights[] gradients = new DenseWeights[LAYERS.length];
        for (int i = 0; i < LAYERS.length; i++) {
            gradients[i] = kernels.denseWeights(LAYERS[i][0], LAYERS[i][1]);
        }
        WeightGradients noted = new WeightGradients(kernels, workspace);
        for (int step = 0; step < steps; step++) {
            note(noted, gradients);
            noted.calculate();
        }
        float[][] values = new float[LAYERS.length][];
        for (int i = 0; i < LAYERS.length; i++) {
            values[i] = new float[LAYERS[i][0] * LAYERS[i][1]];
            gradients[i].read(values[i]);
        }
        return values;
    }

    private void note(WeightGradients noted, DenseWeights[] gradients) {
        int last = LAYERS.length - 1;
        noted.replace(gradients[last], x[last], outputGradients[last], ROWS);
        for (int i = 0; i < last; i++) {
            noted.replace(gradients[i], x[i], outputGradients[i], ROWS);
        }
        noted.add(gradients[last], x[last + 1], outputGradients[last + 1], ROWS - 1);
    }

    @ParameterizedTest
    @CsvSource({"vector, 1", "vector, 2", "vector, 5", "plain, 1", "plain, 3", "adaptive, 3", "simple, 1"})
    void togetherTheyHaveTheBitsOfOneAfterAnother(String name, int threads) {
        float[][] expected = new float[LAYERS.length][];
        Kernels simple = new SimpleKernels();
        for (int i = 0; i < LAYERS.length; i++) {
            DenseWeights gradient = simple.denseWeights(LAYERS[i][0], LAYERS[i][1]);
            simple.weightGradient(simple.workspace(1), gradient, x[i], outputGradients[i], ROWS);
            if (i == LAYERS.length - 1) {
                simple.addWeightGradient(simple.workspace(1), gradient, x[i + 1], outputGradients[i + 1], ROWS - 1);
            }
            expected[i] = new float[LAYERS[i][0] * LAYERS[i][1]];
            gradient.read(expected[i]);
        }

        assertThat(gradients(KernelChoice.named(name), threads, 1)).isDeepEqualTo(expected);
        assertThat(gradients(KernelChoice.named(name), threads, 3))
                .as("steps replace what was there")
                .isDeepEqualTo(expected);
    }

    @Test
    void whatIsAddedFirstGoesOnFromWhatIsThere() {
        Kernels kernels = KernelChoice.named("vector");
        DenseWeights gradient = kernels.denseWeights(1, 1);
        gradient.write(new float[] {1000});
        WeightGradients noted = new WeightGradients(kernels, kernels.trainingWorkspace(1, 1));
        noted.add(gradient, new float[] {2}, new float[] {3}, 1);
        noted.add(gradient, new float[] {5}, new float[] {7}, 1);
        noted.calculate();

        float[] value = new float[1];
        gradient.read(value);
        assertThat(value).containsExactly(1041);
    }

    @Test
    void withoutNotesNothingHappens() {
        Kernels kernels = KernelChoice.named("plain");
        WeightGradients noted = new WeightGradients(kernels, kernels.trainingWorkspace(1, 1));
        noted.calculate();
        DenseWeights gradient = kernels.denseWeights(1, 1);
        gradient.write(new float[] {5});
        noted.replace(gradient, new float[0], new float[0], 0);
        noted.calculate();

        float[] value = new float[1];
        gradient.read(value);
        assertThat(value).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void stepsAllocateNothing(int threads) {
        Kernels kernels = KernelChoice.named("plain");
        Workspace workspace = kernels.trainingWorkspace(200, 784);
        workspace.useThreads(threads);
        DenseWeights[] gradients = new DenseWeights[LAYERS.length];
        for (int i = 0; i < LAYERS.length; i++) {
            gradients[i] = kernels.denseWeights(LAYERS[i][0], LAYERS[i][1]);
        }
        WeightGradients noted = new WeightGradients(kernels, workspace);
        Allocation.assertNone(() -> {
            note(noted, gradients);
            noted.calculate();
        });
    }
}

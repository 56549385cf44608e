package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All kernels' gradients have the bits of the simple ones, for every size, every batch and every split of it. */
class WeightGradientTest {
    @ParameterizedTest
    @CsvSource({
        "0, 3, 2",
        "1, 1, 1",
        "1, 7, 3",
        "2, 3, 1",
        "2, 4, 5",
        "3, 5, 2",
        "5, 13, 17",
        "7, 31, 16",
        "15, 8, 4",
        "16, 8, 4",
        "17, 97, 5",
        "63, 11, 9",
        "64, 131, 1",
        "65, 784, 50",
        "130, 129, 64",
        "67, 130, 65",
        "64, 12, 10",
        "65, 97, 53",
        "131, 101, 103",
        "200, 1, 64",
        "131, 13, 50",
        "300, 7, 36",
        "2, 6, 113",
        "67, 2, 600",
        "29, 1031, 257",
        "3, 4097, 2",
        "3, 2, 4097"
    })
    void allEqualTheSimpleOnesToTheBit(int rows, int inputs, int units) {
        float[] start = numbers(1, inputs * units);
        float[] x = numbers(2, rows * inputs);
        float[] outputGradient = numbers(3, rows * units);

        float[] expected = sum(new SimpleKernels(), start, x, outputGradient, rows, inputs, units);
        float[] fromZero = sum(new SimpleKernels(), new float[inputs * units], x, outputGradient, rows, inputs, units);
        for (String name : List.of("plain", "vector", "adaptive", "simple")) {
            Kernels kernels = KernelChoice.named(name);
            assertThat(sum(kernels, start, x, outputGradient, rows, inputs, units))
                    .as(name)
                    .isEqualTo(expected);
            assertThat(gradient(kernels, start, x, outputGradient, rows, inputs, units, Kernels::weightGradient))
                    .as("%s, whatever was there", name)
                    .isEqualTo(fromZero);
        }
    }

    @ParameterizedTest
    @CsvSource({"adaptive", "vector", "plain", "simple"})
    void addsTheOutputGradientTimesTheInput(String name) {
        float[] start = {1000, 0, 0, 0, 0, 2000};
        float[] x = {1, 2, 3, 4, 5, 6};
        float[] outputGradient = {1, 10, 100, 1};

        assertThat(sum(KernelChoice.named(name), start, x, outputGradient, 2, 3, 2))
                .containsExactly(1401, 502, 603, 14, 25, 2036);
    }

    @ParameterizedTest
    @CsvSource({
        "vector, 7, 23",
        "vector, 101, 70",
        "plain, 1, 23",
        "plain, 2, 23",
        "plain, 63, 23",
        "plain, 101, 23",
        "plain, 10, 40",
        "simple, 7, 23"
    })
    void aBatchInPartsGivesTheBitsOfTheWhole(String name, int part, int inputs) {
        int rows = 150;
        int units = 19;
        Kernels kernels = KernelChoice.named(name);
        float[] x = numbers(4, rows * inputs);
        float[] outputGradient = numbers(5, rows * units);
        float[] inParts = new float[units * inputs];
        for (int from = 0; from < rows; from += part) {
            int to = Math.min(rows, from + part);
            float[] partX = Arrays.copyOfRange(x, from * inputs, to * inputs);
            float[] partGradient = Arrays.copyOfRange(outputGradient, from * units, to * units);
            inParts = sum(kernels, inParts, partX, partGradient, to - from, inputs, units);
        }

        assertThat(inParts)
                .containsExactly(sum(kernels, new float[units * inputs], x, outputGradient, rows, inputs, units));
    }

    @ParameterizedTest
    @CsvSource({"65", "113", "128", "200", "257"})
    void theFirstUnitsLeaveTheLastOnesAlone(int units) {
        int rows = 140;
        int inputs = 37;
        DivisibleKernels kernels = VectorModule.kernels().orElseThrow();
        Workspace workspace = kernels.trainingWorkspace(units, inputs);
        float[] x = numbers(7, rows * inputs);
        float[] outputGradient = numbers(8, rows * units);
        DenseWeights gradient = kernels.denseWeights(units, inputs);
        SharedCall.Kind kind = SharedCall.Kind.GRADIENT_UNITS;
        kernels.gradientPart(workspace, gradient, x, outputGradient, rows, false, kind, 64, units);
        kernels.gradientPart(workspace, gradient, x, outputGradient, rows, false, kind, 0, 64);
        float[] read = new float[units * inputs];
        gradient.read(read);

        assertThat(read)
                .containsExactly(
                        sum(new SimpleKernels(), new float[units * inputs], x, outputGradient, rows, inputs, units));
    }

    /** Threads share the inputs: what one writes beyond its own may be what another one has written. */
    @ParameterizedTest
    @CsvSource({
        "vector, 1",
        "vector, 20",
        "vector, 33",
        "vector, 50",
        "vector, 52",
        "vector, 64",
        "vector, 100",
        "plain, 50"
    })
    void theFirstInputsLeaveTheLastOnesAlone(String name, int units) {
        int rows = 140;
        int inputs = 64;
        DivisibleKernels kernels = name.equals("plain")
                ? new PlainKernels()
                : VectorModule.kernels().orElseThrow();
        Workspace workspace = kernels.trainingWorkspace(units, inputs);
        float[] x = numbers(7, rows * inputs);
        float[] outputGradient = numbers(8, rows * units);
        DenseWeights gradient = kernels.denseWeights(units, inputs);
        kernels.gradientPart(workspace, gradient, x, outputGradient, rows, false, SharedCall.Kind.INPUTS, 32, inputs);
        kernels.gradientPart(workspace, gradient, x, outputGradient, rows, false, SharedCall.Kind.INPUTS, 0, 32);
        float[] read = new float[units * inputs];
        gradient.read(read);

        assertThat(read)
                .containsExactly(
                        sum(new SimpleKernels(), new float[units * inputs], x, outputGradient, rows, inputs, units));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "1, 9",
        "9, 1",
        "4, 4",
        "7, 8",
        "8, 7",
        "16, 24",
        "50, 100",
        "53, 97",
        "113, 36",
        "131, 257",
        "300, 129",
        "3, 4097"
    })
    void allTransposeAsTheSimpleOnesDo(int units, int inputs) {
        float[] values = numbers(6, units * inputs);

        float[] expected = transposed(new SimpleKernels(), values, units, inputs);
        for (String name : List.of("plain", "vector", "adaptive")) {
            assertThat(transposed(KernelChoice.named(name), values, units, inputs))
                    .as(name)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"adaptive", "vector", "plain", "simple"})
    void transposes(String name) {
        assertThat(transposed(KernelChoice.named(name), new float[] {1, 2, 3, 4, 5, 6}, 2, 3))
                .containsExactly(1, 4, 2, 5, 3, 6);
    }

    private static float[] sum(
            Kernels kernels, float[] start, float[] x, float[] outputGradient, int rows, int inputs, int units) {
        return gradient(kernels, start, x, outputGradient, rows, inputs, units, Kernels::addWeightGradient);
    }

    /** With a workspace that is wider than the layer, and used before. */
    private static float[] gradient(
            Kernels kernels,
            float[] start,
            float[] x,
            float[] outputGradient,
            int rows,
            int inputs,
            int units,
            Calculation calculation) {
        Workspace workspace = kernels.trainingWorkspace(units + 3, inputs + 2);
        if (workspace instanceof ThreadedWorkspace shared && shared.ofThread(0) instanceof PlainWorkspace plain) {
            for (float[] row : plain.rows(rows)) {
                Arrays.fill(row, Float.NaN);
            }
            for (float[] column : plain.columns(units)) {
                Arrays.fill(column, Float.NaN);
            }
        }
        DenseWeights gradient = kernels.denseWeights(units, inputs);
        gradient.write(start);
        calculation.run(kernels, workspace, gradient, x, outputGradient, rows);
        float[] read = new float[units * inputs];
        gradient.read(read);
        return read;
    }

    private static float[] transposed(Kernels kernels, float[] values, int units, int inputs) {
        DenseWeights weights = kernels.denseWeights(units, inputs);
        weights.write(values);
        DenseWeights transposed = kernels.denseWeights(inputs, units);
        kernels.transpose(kernels.trainingWorkspace(units, inputs), weights, transposed);
        float[] read = new float[units * inputs];
        transposed.read(read);
        return read;
    }

    private static float[] numbers(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (random.nextDouble() - 0.5);
        }
        return numbers;
    }

    @FunctionalInterface
    private interface Calculation {
        void run(
                Kernels kernels,
                Workspace workspace,
                DenseWeights gradient,
                float[] x,
                float[] outputGradient,
                int rows);
    }
}

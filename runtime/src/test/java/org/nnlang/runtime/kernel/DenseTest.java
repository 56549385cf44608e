package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All kernels give the bits of the simple ones, for every size and every batch. */
class DenseTest {
    private static final RowFunction SHIFT_BY_FIRST = (workspace, values, from, rows, width) -> {
        for (int row = 0; row < rows; row++) {
            float first = values[from + row * width];
            for (int j = 0; j < width; j++) {
                values[from + row * width + j] -= first;
            }
        }
    };

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "1, 7, 3",
        "2, 3, 1",
        "3, 5, 2",
        "4, 8, 4",
        "5, 13, 17",
        "7, 31, 16",
        "23, 11, 9",
        "24, 12, 10",
        "25, 97, 53",
        "49, 784, 50",
        "100, 101, 103",
        "3, 2, 600",
        "29, 1031, 257",
        "26, 1, 64",
        "63, 5, 7",
        "64, 5, 7",
        "70, 64, 13",
        "100, 101, 10",
        "192, 131, 64",
        "200, 65, 63",
        "257, 1, 1",
        "600, 70, 5",
        "1, 4097, 3",
        "131, 2051, 81",
        "2, 784, 512",
        "0, 3, 2"
    })
    void allEqualTheSimpleOnesToTheBit(int rows, int inputs, int units) {
        float[] weights = numbers(1, inputs * units);
        float[] bias = numbers(2, units);
        float[] x = numbers(3, rows * inputs);

        float[] complete = dense(new SimpleKernels(), weights, bias, SHIFT_BY_FIRST, x, rows, units);
        float[] bare = dense(new SimpleKernels(), weights, null, null, x, rows, units);
        for (String name : List.of("plain", "vector", "adaptive")) {
            Kernels kernels = KernelChoice.named(name);
            assertThat(dense(kernels, weights, bias, SHIFT_BY_FIRST, x, rows, units))
                    .as(name)
                    .containsExactly(complete);
            assertThat(dense(kernels, weights, null, null, x, rows, units))
                    .as(name)
                    .containsExactly(bare);
        }
    }

    @ParameterizedTest
    @CsvSource({"vector, 784, 50", "vector, 37, 300", "plain, 784, 50", "plain, 37, 300", "simple, 37, 30"})
    void everyBatchGivesTheBitsOfASingleRow(String name, int inputs, int units) {
        Kernels kernels = KernelChoice.named(name);
        int rows = 170;
        float[] weights = numbers(4, inputs * units);
        float[] bias = numbers(5, units);
        float[] x = numbers(6, rows * inputs);
        float[] together = dense(kernels, weights, bias, SHIFT_BY_FIRST, x, rows, units);

        for (int row = 0; row < rows; row++) {
            float[] one = Arrays.copyOfRange(x, row * inputs, (row + 1) * inputs);
            assertThat(dense(kernels, weights, bias, SHIFT_BY_FIRST, one, 1, units))
                    .containsExactly(Arrays.copyOfRange(together, row * units, (row + 1) * units));
        }
    }

    @ParameterizedTest
    @CsvSource({"adaptive", "vector", "plain", "simple"})
    void calculatesTheWeightMatrixTimesTheRow(String name) {
        float[] weights = {1, 2, 3, 10, 20, 30};
        float[] x = {1, 1, 1, 0, 1, 2};

        assertThat(dense(KernelChoice.named(name), weights, new float[] {0.5f, -1}, null, x, 2, 2))
                .containsExactly(6.5f, 59, 8.5f, 79);
    }

    @ParameterizedTest
    @CsvSource({"adaptive", "vector", "plain", "simple"})
    void aWorkspaceMayBeWiderThanTheLayerAndLeavesTheRestOfTheResultAlone(String name) {
        Kernels kernels = KernelChoice.named(name);
        DenseWeights weights = kernels.denseWeights(2, 1);
        weights.write(new float[] {3, 4});
        float[] y = {9, 9, 9, 9};

        kernels.dense(kernels.workspace(5), weights, null, null, new float[] {2}, y, 1);
        assertThat(y).containsExactly(6, 8, 9, 9);
    }

    @ParameterizedTest
    @CsvSource({
        "adaptive, 170, 50",
        "adaptive, 1, 50",
        "vector, 170, 50",
        "vector, 3, 70",
        "vector, 1, 300",
        "plain, 170, 50",
        "plain, 3, 70",
        "plain, 1, 300",
        "simple, 170, 50"
    })
    void rangesOfRowsMayBeginAnywhere(String name, int rows, int units) {
        Kernels kernels = KernelChoice.named(name);
        int inputs = 40;
        float[] weights = numbers(8, inputs * units);
        float[] bias = numbers(9, units);
        float[] x = numbers(10, rows * inputs);
        float[] expected = dense(kernels, weights, bias, SHIFT_BY_FIRST, x, rows, units);
        float[] laterX = new float[(3 + rows) * inputs];
        System.arraycopy(x, 0, laterX, 3 * inputs, rows * inputs);
        float[] y = new float[(2 + rows + 1) * units];
        DenseWeights packed = kernels.denseWeights(units, inputs);
        packed.write(weights);

        kernels.dense(kernels.workspace(units), packed, bias, SHIFT_BY_FIRST, laterX, 3, y, 2, rows);
        assertThat(Arrays.copyOfRange(y, 2 * units, (2 + rows) * units)).containsExactly(expected);
        assertThat(Arrays.copyOf(y, 2 * units)).containsOnly(0);
        assertThat(Arrays.copyOfRange(y, (2 + rows) * units, y.length)).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({"adaptive", "vector", "plain", "simple"})
    void weightsAreReadAsTheyWereWritten(String name) {
        DenseWeights weights = KernelChoice.named(name).denseWeights(3, 4);
        float[] values = numbers(7, 12);
        weights.write(values);
        float[] read = new float[12];
        weights.read(read);

        assertThat(read).containsExactly(values);
        assertThat(weights.units()).isEqualTo(3);
        assertThat(weights.inputs()).isEqualTo(4);
    }

    private static float[] dense(
            Kernels kernels,
            float[] weights,
            float @Nullable [] bias,
            @Nullable RowFunction function,
            float[] x,
            int rows,
            int units) {
        DenseWeights packed = kernels.denseWeights(units, weights.length / units);
        packed.write(weights);
        float[] y = new float[rows * units];
        kernels.dense(kernels.workspace(units), packed, bias, function, x, y, rows);
        return y;
    }

    private static float[] numbers(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (random.nextDouble() - 0.5);
        }
        return numbers;
    }
}

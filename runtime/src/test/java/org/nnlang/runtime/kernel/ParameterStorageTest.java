package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Storages take their values in runs of any length, wherever those begin and end. */
class ParameterStorageTest {
    private static final int[][] SHAPES = {{1, 1}, {1, 17}, {17, 1}, {17, 17}, {67, 5}, {130, 33}, {4097, 1}, {1, 4097}
    };

    @ParameterizedTest
    @MethodSource("storages")
    void runsAddUpToTheWhole(String name, int units, int inputs) {
        float[] values = numbers(units * inputs);
        ParameterStorage whole = storage(name, units, inputs);
        whole.write(values);
        for (int length : new int[] {1, 2, 7, inputs, inputs + 1, values.length}) {
            ParameterStorage runs = storage(name, units, inputs);
            for (int from = 0; from < values.length; from += length) {
                int count = Math.min(length, values.length - from);
                // Longer than the run: what comes after it is not taken.
                float[] source = Arrays.copyOfRange(values, from, from + count + 3);
                source[count] = 9;
                runs.write(from, source, count);
            }
            assertThat(read(runs, values.length)).isEqualTo(values);
            assertThat(runs.arrays()).isDeepEqualTo(whole.arrays());
        }
    }

    @ParameterizedTest
    @MethodSource("storages")
    void aRunLeavesTheOthersAsTheyAre(String name, int units, int inputs) {
        int size = units * inputs;
        ParameterStorage storage = storage(name, units, inputs);
        float[] expected = numbers(size);
        storage.write(expected);
        int from = size / 3;
        int count = (size - from) / 2;
        float[] source = new float[count];
        Arrays.fill(source, -1);
        Arrays.fill(expected, from, from + count, -1);

        storage.write(from, source, count);
        storage.write(size, source, 0);

        assertThat(read(storage, size)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"array", "simple", "plain", "vector", "adaptive"})
    void refusesRunsBeyondTheEnds(String name) {
        ParameterStorage storage = storage(name, 3, 5);
        float[] before = numbers(15);
        storage.write(before);

        assertOutOfBounds(() -> storage.write(-1, new float[15], 2));
        assertOutOfBounds(() -> storage.write(14, new float[15], 2));
        assertOutOfBounds(() -> storage.write(15, new float[15], 1));
        assertOutOfBounds(() -> storage.write(0, new float[16], 16));
        assertOutOfBounds(() -> storage.write(0, new float[1], 2));
        assertOutOfBounds(() -> storage.write(0, new float[1], -1));
        assertOutOfBounds(() -> storage.write(Integer.MAX_VALUE, new float[15], 15));
        assertThat(read(storage, 15)).isEqualTo(before);
    }

    @Test
    void theLayoutMayChangeBetweenRuns() {
        float[] values = numbers(130 * 33);
        DivisibleKernels vector = VectorModule.kernels().orElseThrow();
        AdaptiveWeights weights = AdaptiveWeights.startingWith(new PlainKernels(), vector, 130, 33);

        weights.write(0, values, 1000);
        assertThat(weights.isFast()).isFalse();
        assertThat(weights.fast()).isSameAs(weights.packed().weights());
        weights.write(1000, Arrays.copyOfRange(values, 1000, values.length), values.length - 1000);

        assertThat(read(weights, values.length)).isEqualTo(values);
    }

    static Stream<Arguments> storages() {
        return Stream.of("array", "simple", "plain", "vector", "adaptive")
                .flatMap(name -> Stream.of(SHAPES).map(shape -> Arguments.of(name, shape[0], shape[1])));
    }

    private static ParameterStorage storage(String name, int units, int inputs) {
        return name.equals("array")
                ? new ArrayStorage(units * inputs)
                : KernelChoice.named(name).denseWeights(units, inputs);
    }

    private static void assertOutOfBounds(Runnable write) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(write::run);
    }

    private static float[] read(ParameterStorage storage, int size) {
        float[] values = new float[size];
        storage.read(values);
        return values;
    }

    private static float[] numbers(int size) {
        float[] numbers = new float[size];
        IntStream.range(0, size).forEach(i -> numbers[i] = i + 1);
        return numbers;
    }
}

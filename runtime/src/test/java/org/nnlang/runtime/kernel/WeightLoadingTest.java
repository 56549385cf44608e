package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.runtime.Parameter;
import org.nnlang.runtime.Parameters;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.init.Initializers;
import org.nnlang.runtime.io.NamedArray;
import org.nnlang.runtime.io.NpzFile;
import org.nnlang.runtime.io.SafetensorsFile;

/** Files of weights reach the places of every set of kernels with all their bits, and without a copy beside them. */
class WeightLoadingTest {
    /** Below, at and around the 16,384 numbers that are read at a time; the last is 4.25 times as many. */
    private static final int[][] SHAPES = {
        {1, 1}, {17, 17}, {4097, 1}, {1, 4097}, {128, 128}, {1, 16_385}, {16_383, 1}, {256, 192}, {4097, 17}, {17, 4097}
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("shapes")
    void everyBitArrives(String kernels, int units, int inputs) throws IOException {
        List<NamedArray> arrays = List.of(
                array("first.weight", 1, units, inputs),
                array("first.bias", 2, units),
                array("second.weight", 3, inputs, units));
        Path file = folder.resolve("weights");
        SafetensorsFile.write(file, arrays);
        Parameters fromSafetensors = parameters(kernels, units, inputs);
        fromSafetensors.load(file);
        NpzFile.write(file, arrays);
        Parameters fromNpz = parameters(kernels, units, inputs);
        fromNpz.load(file);

        for (NamedArray array : arrays) {
            assertThat(bits(fromSafetensors.get(array.name()).toArray())).isEqualTo(bits(array.values()));
            assertThat(bits(fromNpz.get(array.name()).toArray())).isEqualTo(bits(array.values()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple", "plain", "vector", "adaptive"})
    void thereIsNoSecondCopy(String kernels) throws IOException {
        int size = 1449;
        Parameters parameters = parameters(kernels, size, size);
        long bytes = parameters.count() * Float.BYTES;
        assertThat(bytes).isGreaterThan(16_000_000);
        Path file = folder.resolve("weights");
        SafetensorsFile.write(
                file,
                List.of(
                        array("first.weight", 1, size, size),
                        array("first.bias", 2, size),
                        array("second.weight", 3, size, size)));
        // Classes are loaded here, which is no part of it.
        parameters.load(file);

        assertThat(allocatedBy(() -> parameters.load(file))).isLessThan(500_000);
        assertThat(allocatedBy(() -> SafetensorsFile.read(file))).isGreaterThan(bytes);
    }

    private static long allocatedBy(Reading reading) throws IOException {
        // Asked for twice, since reflection makes itself an accessor after some calls.
        Allocation.bytes();
        long before = Allocation.bytes();
        reading.run();
        return Allocation.bytes() - before;
    }

    private interface Reading {
        void run() throws IOException;
    }

    static Stream<Arguments> shapes() {
        return Stream.of("simple", "plain", "vector", "adaptive")
                .flatMap(name -> Stream.of(SHAPES).map(shape -> Arguments.of(name, shape[0], shape[1])));
    }

    private static Parameters parameters(String kernels, int units, int inputs) {
        Kernels named = KernelChoice.named(kernels);
        return Parameters.of(
                parameter("first.weight", named.denseWeights(units, inputs), units, inputs),
                parameter("first.bias", new ArrayStorage(units), units),
                parameter("second.weight", named.denseWeights(inputs, units), inputs, units));
    }

    private static Parameter parameter(String path, ParameterStorage storage, int... sizes) {
        return new Parameter(path, Shape.of(sizes), true, storage, Initializers.constant(0));
    }

    /** Any bits at all: also of numbers that are none, which arithmetic would change. */
    private static NamedArray array(String name, long seed, int... sizes) {
        Shape shape = Shape.of(sizes);
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(random.nextInt());
        }
        return new NamedArray(name, shape, values);
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return bits;
    }
}

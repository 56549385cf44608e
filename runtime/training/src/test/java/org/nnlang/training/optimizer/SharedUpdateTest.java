package org.nnlang.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nnlang.runtime.kernel.ArrayStorage;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.training.Optimizer;
import org.nnlang.training.ParameterUpdate;

/** Parameters that are large enough for several threads come to the bits of one thread, whatever their layout. */
class SharedUpdateTest {
    private static final int SIZE = 200_003;

    @ParameterizedTest
    @MethodSource("org.nnlang.training.optimizer.ElementwiseUpdateTest#all")
    void severalThreadsComeToTheBitsOfOne(Optimizer optimizer) {
        float[] expected = trained(optimizer, new ArrayStorage(SIZE), 1);

        assertThat(expected).isNotEqualTo(numbers(1)).doesNotContain(Float.NaN);
        assertThat(Arrays.equals(trained(optimizer, new ArrayStorage(SIZE), 3), expected))
                .as("one array")
                .isTrue();
        assertThat(Arrays.equals(trained(optimizer, new Pieces(7, 29_989), 3), expected))
                .as("few arrays")
                .isTrue();
        assertThat(Arrays.equals(trained(optimizer, new Pieces(2001, 100), 3), expected))
                .as("many arrays")
                .isTrue();
    }

    @Test
    void refusesNoThreads() {
        ParameterUpdate update = Adam.keras().update(new ArrayStorage(3));

        assertThatThrownBy(() -> update.useThreads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 1 to 1024, got 0");
    }

    private static float[] trained(Optimizer optimizer, ParameterStorage weights, int threads) {
        weights.write(numbers(1));
        ParameterStorage gradient = weights.sameLayout();
        ParameterUpdate update = optimizer.update(weights);
        update.useThreads(threads);
        for (long step = 1; step <= 4; step++) {
            gradient.write(numbers(10 + step));
            update.step(gradient, step == 3 ? 0.75f : 1, optimizer.learningRate(), step);
        }
        float[] values = new float[SIZE];
        weights.read(values);
        return values;
    }

    private static float[] numbers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] numbers = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            numbers[i] = (float) (random.nextDouble() - 0.5);
        }
        return numbers;
    }

    /** The numbers one after another in arrays of a length, the last of which has a rest of padding. */
    private static final class Pieces implements ParameterStorage {
        private final float[][] arrays;

        Pieces(int count, int length) {
            this.arrays = new float[count][length];
        }

        @Override
        public float[][] arrays() {
            return arrays;
        }

        @Override
        public void read(float[] target) {
            for (int i = 0; i < SIZE; i++) {
                target[i] = arrays[i / arrays[0].length][i % arrays[0].length];
            }
        }

        @Override
        public void write(float[] source) {
            write(0, source, SIZE);
        }

        @Override
        public void write(int from, float[] source, int count) {
            for (int i = 0; i < count; i++) {
                arrays[(from + i) / arrays[0].length][(from + i) % arrays[0].length] = source[i];
            }
        }

        @Override
        public ParameterStorage sameLayout() {
            return new Pieces(arrays.length, arrays[0].length);
        }

        @Override
        public double sumOfSquares() {
            float[] values = new float[SIZE];
            read(values);
            ArrayStorage together = new ArrayStorage(SIZE);
            together.write(values);
            return together.sumOfSquares();
        }
    }
}

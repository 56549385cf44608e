package org.nnlang.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nnlang.runtime.kernel.ArrayStorage;
import org.nnlang.runtime.kernel.ParameterStorage;
import org.nnlang.training.Optimizer;
import org.nnlang.training.ParameterUpdate;

/** What holds for every rule: layouts, padding, checkpoints, memory. */
class ElementwiseUpdateTest {
    private static final int ROWS = 3;
    private static final int WIDTH = 5;

    /** Both dialects and every loop. */
    static Stream<Optimizer> all() {
        return Stream.of("keras.", "torch.")
                .flatMap(dialect -> Stream.of(
                                "sgd",
                                "sgd:momentum=0.9",
                                "sgd:momentum=0.9,nesterov=true",
                                "sgd:momentum=0.9,dampening=0.1",
                                "adagrad:lr_decay=0.1",
                                "rmsprop",
                                "rmsprop:momentum=0.9",
                                "rmsprop:centered=true",
                                "rmsprop:centered=true,momentum=0.9",
                                "adam",
                                "adam:clip_value=0.5,clip_norm=1",
                                "adamw",
                                "amsgrad:l2=0.01",
                                "nadam",
                                "adamax",
                                "adadelta")
                        .map(text -> Optimizers.parse(dialect + text)));
    }

    /** Rows as arrays with three places of padding each, as kernels like it. */
    private static final class Padded implements ParameterStorage {
        private final float[][] arrays = new float[ROWS][WIDTH + 3];

        @Override
        public void read(float[] target) {
            for (int row = 0; row < ROWS; row++) {
                System.arraycopy(arrays[row], 0, target, row * WIDTH, WIDTH);
            }
        }

        @Override
        public void write(float[] source) {
            for (int row = 0; row < ROWS; row++) {
                System.arraycopy(source, row * WIDTH, arrays[row], 0, WIDTH);
            }
        }

        @Override
        public void write(int from, float[] source, int count) {
            for (int i = 0; i < count; i++) {
                arrays[(from + i) / WIDTH][(from + i) % WIDTH] = source[i];
            }
        }

        @Override
        public ParameterStorage sameLayout() {
            return new Padded();
        }

        @Override
        public float[][] arrays() {
            return arrays;
        }

        @Override
        public double sumOfSquares() {
            ArrayStorage plain = new ArrayStorage(ROWS * WIDTH);
            read(plain.values());
            return plain.sumOfSquares();
        }
    }

    private static void run(
            Optimizer optimizer, ParameterUpdate update, ParameterStorage gradient, long from, long to) {
        for (long step = from; step <= to; step++) {
            Random random = new Random(step);
            float[] values = new float[ROWS * WIDTH];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            gradient.write(values);
            update.step(gradient, 0.75f, optimizer.learningRate(), step);
        }
    }

    private static <S extends ParameterStorage> S started(S storage) {
        float[] values = new float[ROWS * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = i - 7;
        }
        storage.write(values);
        return storage;
    }

    private static float[] values(ParameterStorage storage) {
        float[] values = new float[ROWS * WIDTH];
        storage.read(values);
        return values;
    }

    @ParameterizedTest
    @MethodSource("all")
    void comesToTheSameBitsInEveryLayoutAndLeavesPaddingAlone(Optimizer optimizer) {
        ArrayStorage plain = started(new ArrayStorage(ROWS * WIDTH));
        Padded padded = started(new Padded());
        run(optimizer, optimizer.update(plain), plain.sameLayout(), 1, 20);
        run(optimizer, optimizer.update(padded), padded.sameLayout(), 1, 20);

        assertThat(values(padded)).isEqualTo(values(plain)).doesNotContain(Float.NaN);
        assertThat(values(plain)).isNotEqualTo(values(started(new ArrayStorage(ROWS * WIDTH))));
        for (float[] row : padded.arrays) {
            assertThat(new float[] {row[WIDTH], row[WIDTH + 1], row[WIDTH + 2]}).containsExactly(0, 0, 0);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void goesOnToTheSameBitsFromWhatItRemembers(Optimizer optimizer) {
        ArrayStorage whole = started(new ArrayStorage(ROWS * WIDTH));
        run(optimizer, optimizer.update(whole), whole.sameLayout(), 1, 20);

        ArrayStorage first = started(new ArrayStorage(ROWS * WIDTH));
        ParameterUpdate before = optimizer.update(first);
        run(optimizer, before, first.sameLayout(), 1, 7);
        ArrayStorage second = new ArrayStorage(ROWS * WIDTH);
        second.write(values(first));
        ParameterUpdate after = optimizer.update(second);
        Map<String, ParameterStorage> saved = before.memory();
        after.memory().forEach((name, storage) -> storage.write(values(Objects.requireNonNull(saved.get(name)))));
        run(optimizer, after, second.sameLayout(), 8, 20);

        assertThat(after.memory().keySet()).containsExactlyElementsOf(saved.keySet());
        assertThat(second.values()).isEqualTo(whole.values());
    }

    @ParameterizedTest
    @MethodSource("all")
    void allocatesNothing(Optimizer optimizer) {
        ArrayStorage weights = started(new ArrayStorage(ROWS * WIDTH));
        ArrayStorage gradient = started(new ArrayStorage(ROWS * WIDTH));
        ParameterUpdate update = optimizer.update(weights);
        List<ParameterStorage> gradients = List.of(gradient);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        steps(optimizer, update, gradients, 1);
        long least = Long.MAX_VALUE;
        // The least of a few, since the virtual machine may do work of its own in between.
        for (int attempt = 0; attempt < 5; attempt++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            steps(optimizer, update, gradients, 101 + 100L * attempt);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isLessThan(100);
    }

    /** Of millions of weights it would be as much again as the weights. */
    @ParameterizedTest
    @ValueSource(strings = {"sgd:momentum=0.9", "rmsprop:momentum=0.9", "rmsprop:centered=true", "adam:weight_decay=1"})
    void hasNoRoomForGradientsThatAreNotPrepared(String text) {
        Optimizer optimizer = Optimizers.parse(text);
        ArrayStorage weights = new ArrayStorage(1_000_000);
        ParameterStorage gradient = weights.sameLayout();
        ParameterUpdate update = optimizer.update(weights);
        update.useThreads(1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        update.step(gradient, 1, optimizer.learningRate(), 1);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000_000);
    }

    /** Also where the first gradients are too small to be clipped. */
    @ParameterizedTest
    @ValueSource(strings = {"adam:clip_norm=1", "adam:global_clip_norm=1", "adam:clip_value=1", "adam:l2=0.1"})
    void hasRoomForClippedGradientsFromTheFirstStepOn(String text) {
        Optimizer optimizer = Optimizers.parse(text);
        ArrayStorage weights = new ArrayStorage(1_000_000);
        ArrayStorage gradient = new ArrayStorage(1_000_000);
        List<ParameterStorage> gradients = List.of(gradient);
        ParameterUpdate update = optimizer.update(weights);
        update.useThreads(1);
        update.step(gradient, optimizer.gradientScale(gradients), optimizer.learningRate(), 1);
        gradient.values()[0] = 100;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        update.step(gradient, optimizer.gradientScale(gradients), optimizer.learningRate(), 2);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000_000);
    }

    private static void steps(
            Optimizer optimizer, ParameterUpdate update, List<ParameterStorage> gradients, long first) {
        for (long step = first; step < first + 100; step++) {
            float scale = optimizer.gradientScale(gradients);
            update.step(gradients.get(0), scale, optimizer.learningRate(), step);
        }
    }

    @Test
    void takesAnotherGradientStorageAtAnyStep() {
        ArrayStorage weights = new ArrayStorage(1);
        ParameterUpdate update = SGD.keras().update(weights);
        ArrayStorage one = new ArrayStorage(1);
        one.write(new float[] {1});
        ArrayStorage two = new ArrayStorage(1);
        two.write(new float[] {10});

        update.step(one, 1, 1, 1);
        update.step(two, 1, 1, 2);

        assertThat(weights.values()).containsExactly(-11);
    }
}

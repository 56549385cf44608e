package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsTest {
    /** More threads from one moment to the next: a call goes on with those that it began with. */
    @Test
    void theNumberOfThreadsMayChangeDuringACall() throws InterruptedException {
        PlainKernels plain = new PlainKernels();
        ThreadedKernels kernels = new ThreadedKernels(plain, new WorkerPool());
        DenseWeights weights = kernels.denseWeights(128, 128);
        weights.write(numbers(1, 128 * 128));
        float[] x = numbers(2, 200 * 128);
        float[] expected = new float[200 * 128];
        plain.dense(plain.workspace(128), weights, null, null, x, expected, 200);
        int before = Threads.count();
        AtomicBoolean done = new AtomicBoolean();
        Thread other = new Thread(() -> {
            while (!done.get()) {
                Threads.use(2);
                Threads.use(8);
            }
        });
        other.start();
        try {
            for (int call = 0; call < 2000; call++) {
                float[] y = new float[200 * 128];
                // Scratch memory of its own each time, since what there is once is there for good.
                kernels.dense(kernels.workspace(128), weights, null, null, x, y, 200);
                assertThat(Arrays.equals(y, expected)).isTrue();
            }
        } finally {
            done.set(true);
            other.join();
            Threads.use(before);
        }
    }

    @Test
    void theNumberOfPartsIsChecked() {
        assertThatThrownBy(() -> Threads.share((part, thread) -> {}, Threads.MOST_PARTS + 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are at most 32767 parts, got 32768");
    }

    private static final RowFunction TWICE = (workspace, values, from, rows, width) -> {
        for (int i = from; i < from + rows * width; i++) {
            values[i] = 2 * values[i];
        }
    };

    @ParameterizedTest
    @CsvSource({
        "vector, 1, 784, 513",
        "vector, 1, 1031, 1030",
        "vector, 100, 131, 257",
        "vector, 101, 784, 50",
        "vector, 1000, 100, 10",
        "vector, 3, 1100, 257",
        "vector, 47, 300, 401",
        "vector, 150, 40, 1030",
        "adaptive, 100, 131, 257",
        "plain, 1, 784, 512",
        "plain, 100, 131, 257",
        "plain, 1000, 100, 10",
        "simple, 10, 300, 100"
    })
    void everyNumberOfThreadsGivesTheSameBits(String name, int rows, int inputs, int units) {
        Kernels kernels = KernelChoice.named(name);
        DenseWeights weights = kernels.denseWeights(units, inputs);
        weights.write(numbers(1, units * inputs));
        float[] bias = numbers(2, units);
        float[] x = numbers(3, rows * inputs);
        float[] outputGradient = numbers(4, rows * units);
        float[] expected = null;
        float[] expectedGradient = null;
        float[] expectedTranspose = null;
        for (int threads : new int[] {1, 2, 3, 16}) {
            Workspace workspace = kernels.trainingWorkspace(units, inputs);
            workspace.useThreads(threads);
            float[] y = new float[rows * units];
            kernels.dense(workspace, weights, bias, TWICE, x, y, rows);
            DenseWeights gradient = kernels.denseWeights(units, inputs);
            kernels.weightGradient(workspace, gradient, x, outputGradient, rows);
            float[] values = new float[units * inputs];
            gradient.read(values);
            DenseWeights transposed = kernels.denseWeights(inputs, units);
            kernels.transpose(workspace, weights, transposed);
            float[] columns = new float[units * inputs];
            transposed.read(columns);
            if (expected != null) {
                assertThat(y).as("%s threads", threads).isEqualTo(expected);
                assertThat(values).as("%s threads", threads).isEqualTo(expectedGradient);
                assertThat(columns).as("%s threads", threads).isEqualTo(expectedTranspose);
            }
            expected = y;
            expectedGradient = values;
            expectedTranspose = columns;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1025})
    void refusesImpossibleNumbers(int count) {
        String message = "the number of threads must be from 1 to 1024, got " + count;

        assertThatThrownBy(() -> Threads.use(count))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        Workspace workspace = Kernels.best().workspace(3);
        assertThatThrownBy(() -> workspace.useThreads(count))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void isAtFirstTheNumberOfProcessors() {
        assertThat(Threads.count()).isEqualTo(Runtime.getRuntime().availableProcessors());
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

package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A product may move weights out of the heap, and everything else sees what it saw before. */
class VectorWeightsTest {
    private static final int UNITS = 50;
    private static final int INPUTS = 5;

    private final VectorKernels kernels = new VectorKernels();

    /** Only then are there vectors. */
    @BeforeAll
    static void findTheModule() {
        assertThat(VectorModule.kernels()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 50, 64, 100, 130})
    void areReadAfterAProductAsTheyWereBefore(int units) {
        VectorWeights weights = weights(units, INPUTS);
        double squares = weights.sumOfSquares();

        multiply(weights);

        assertThat(isMoved(weights)).isEqualTo(VectorMemory.isFor(1));
        assertThat(read(weights)).isEqualTo(numbers(units * INPUTS));
        assertThat(weights.sumOfSquares()).isEqualTo(squares);
    }

    @Test
    void areWrittenAfterAProductInRuns() {
        VectorWeights weights = weights(UNITS, INPUTS);
        assertThat(multiply(weights)[1]).isNotEqualTo(3);
        float[] other = new float[UNITS * INPUTS];
        other[7] = 1;

        weights.write(0, other, 30);
        weights.write(30, new float[220], 220);

        assertThat(read(weights)).isEqualTo(other);
        float[] after = multiply(weights);
        assertThat(after[1]).isEqualTo(3);
        assertThat(after[0]).isZero();
        // What was outside of the heap is not free at once: it must not become more with each change.
        assertThat(isMoved(weights)).isFalse();
    }

    @Test
    void areInTheArraysThatAreTakenAfterAProduct() {
        VectorWeights weights = weights(UNITS, INPUTS);
        float[] before = multiply(weights);

        float[][] arrays = weights.arrays();

        assertThat(multiply(weights)).isEqualTo(before);
        for (int i = 0; i < arrays[0].length; i++) {
            arrays[0][i] *= 2;
        }
        float[] after = multiply(weights);
        assertThat(after[49]).isEqualTo(2 * before[49]).isNotZero();
        assertThat(weights.arrays()).isSameAs(arrays);
    }

    @Test
    void areTransposedAfterAProduct() {
        VectorWeights weights = weights(UNITS, INPUTS);
        multiply(weights);
        VectorWeights transposed = new VectorWeights(INPUTS, UNITS);

        kernels.transpose(kernels.workspace(UNITS), weights, transposed);

        float[] result = read(transposed);
        for (int unit = 0; unit < UNITS; unit++) {
            for (int input = 0; input < INPUTS; input++) {
                assertThat(result[input * UNITS + unit]).isEqualTo(unit * INPUTS + input + 1);
            }
        }
    }

    @Test
    void ofAnArrayThatIsTakenStayInIt() {
        VectorWeights weights = weights(UNITS, INPUTS);

        float[] array = weights.values();
        multiply(weights);

        assertThat(weights.values()).isSameAs(array);
    }

    @ParameterizedTest
    @CsvSource({
        "50, 784, true",
        "1, 1, true",
        "50, 1024, true",
        "50, 1025, false",
        "512, 1024, true",
        "576, 1024, false"
    })
    void areOutsideOfTheHeapWhereThatIsFaster(int units, int inputs, boolean mayMove) {
        assumeTrue(
                VectorLanes.COUNT == 16 && Runtime.version().feature() >= 25,
                "other vectors and virtual machines are no faster");
        VectorTile tile = new VectorTile();

        new VectorWeights(units, inputs).readBy(tile);

        assertThat(tile.segment != null).isEqualTo(mayMove);
        assertThat(tile.terms.length == 0).isEqualTo(mayMove);
    }

    @Test
    void areThoseBeforeOrAfterForThreadsThatPredictMeanwhile() throws InterruptedException, ExecutionException {
        for (int round = 0; round < 200; round++) {
            VectorWeights weights = weights(UNITS, INPUTS);
            float[] doubled = numbers(UNITS * INPUTS);
            for (int i = 0; i < doubled.length; i++) {
                doubled[i] *= 2;
            }
            boolean takesArrays = round % 2 == 0;
            whilePredicting(weights, () -> {
                if (takesArrays) {
                    weights.arrays();
                } else {
                    weights.write(doubled);
                }
            });
            assertThat(read(weights)).isEqualTo(takesArrays ? numbers(UNITS * INPUTS) : doubled);
            assertThat(isMoved(weights) && takesArrays).isFalse();
        }
    }

    /** Every sum is that of the numbers, or twice that, or, of what is written just now, between. */
    private void whilePredicting(VectorWeights weights, Runnable change)
            throws InterruptedException, ExecutionException {
        float[] expected = multiply(weights(UNITS, INPUTS));
        AtomicBoolean isDone = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> predicting = new ArrayList<>();
            for (int thread = 0; thread < 3; thread++) {
                predicting.add(threads.submit(() -> {
                    do {
                        float[] sums = multiply(weights);
                        for (int unit = 0; unit < UNITS; unit++) {
                            assertThat(sums[unit]).isBetween(expected[unit], 2 * expected[unit]);
                        }
                    } while (!isDone.get());
                }));
            }
            change.run();
            isDone.set(true);
            for (Future<?> each : predicting) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean isMoved(VectorWeights weights) {
        VectorTile tile = new VectorTile();
        weights.readBy(tile);
        return tile.segment != null;
    }

    private float[] multiply(VectorWeights weights) {
        float[] y = new float[weights.units()];
        kernels.dense(kernels.workspace(y.length), weights, null, null, numbers(weights.inputs()), y, 1);
        return y;
    }

    private static float[] read(VectorWeights weights) {
        float[] values = new float[weights.units() * weights.inputs()];
        weights.read(values);
        return values;
    }

    private static VectorWeights weights(int units, int inputs) {
        VectorWeights weights = new VectorWeights(units, inputs);
        weights.write(numbers(units * inputs));
        return weights;
    }

    /** 1, 2, 3 and so on. */
    private static float[] numbers(int count) {
        float[] numbers = new float[count];
        IntStream.range(0, count).forEach(i -> numbers[i] = i + 1);
        return numbers;
    }
}

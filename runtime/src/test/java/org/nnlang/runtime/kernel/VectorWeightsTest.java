package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A product may move weights out of the heap, and everything else sees what it saw before. */
class VectorWeightsTest {
    private static final int INPUTS = 5;

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

        float[] values = new float[units * INPUTS];
        weights.read(values);
        assertThat(values).isEqualTo(numbers(units * INPUTS));
        assertThat(weights.sumOfSquares()).isEqualTo(squares);
    }

    @Test
    void areWrittenAfterAProductInRuns() {
        VectorWeights weights = weights(50, INPUTS);
        float[] before = multiply(weights);
        float[] other = new float[50 * INPUTS];
        other[7] = 1;

        weights.write(0, other, 30);
        weights.write(30, new float[250], 220);

        float[] after = multiply(weights);
        assertThat(before[1]).isNotEqualTo(1);
        assertThat(after[1]).isEqualTo(3);
        assertThat(after[0]).isZero();
    }

    @Test
    void areInTheArraysThatAreTakenAfterAProduct() {
        VectorWeights weights = weights(50, INPUTS);
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
    void ofAnArrayThatIsTakenStayInIt() {
        VectorWeights weights = weights(50, INPUTS);

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
        VectorTile tile = new VectorTile();

        new VectorWeights(units, inputs).readBy(tile);

        boolean isFaster = VectorLanes.COUNT == 16 && Runtime.version().feature() >= 25;
        assertThat(tile.segment != null).isEqualTo(mayMove && isFaster);
        assertThat(tile.terms.length == 0).isEqualTo(tile.segment != null);
    }

    private static float[] multiply(VectorWeights weights) {
        VectorKernels kernels = new VectorKernels();
        float[] y = new float[weights.units()];
        kernels.dense(kernels.workspace(y.length), weights, null, null, numbers(weights.inputs()), y, 1);
        return y;
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

package org.nnlang.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rest of rows and of terms, with each form of the plain loops: none, short, long, and those over the rows of a batch. */
class PlainTilesTest {
    private static final float UNTOUCHED = 1234;
    private static final int BEFORE = 2;

    /** Unlike that of most activations, its value shows how often it was applied. */
    private static final RowFunction TWICE_PLUS_ONE = (workspace, values, from, rows, width) -> {
        for (int i = from; i < from + rows * width; i++) {
            values[i] = Math.fma(2f, values[i], 1f);
        }
    };

    private final PlainKernels plain = new PlainKernels();
    private final SimpleKernels simple = new SimpleKernels();

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 47, 48, 50, 64, 65, 159, 160, 173})
    void rowsInAnyNumberGetTheBitsOfTheSimpleKernels(int units) {
        for (int rows = 1; rows <= 61; rows++) {
            product(rows, 12 + rows % 12, units);
        }
        product(161, 70, units);
        product(30, 400, units);
        product(1030, 7, units);
    }

    private void product(int rows, int inputs, int units) {
        int all = BEFORE + rows + 1;
        float[] values = numbers(1, units * inputs);
        float[] bias = numbers(2, units);
        float[] x = numbers(3, all * inputs);

        DenseWeights weights = simple.denseWeights(units, inputs);
        weights.write(values);
        float[] expected = new float[all * units];
        simple.dense(simple.workspace(units), weights, bias, TWICE_PLUS_ONE, x, expected, all);
        Arrays.fill(expected, 0, BEFORE * units, UNTOUCHED);
        Arrays.fill(expected, (BEFORE + rows) * units, expected.length, UNTOUCHED);

        weights = plain.denseWeights(units, inputs);
        weights.write(values);
        float[] result = new float[all * units];
        Arrays.fill(result, UNTOUCHED);
        plain.dense(plain.workspace(units), weights, bias, TWICE_PLUS_ONE, x, BEFORE, result, BEFORE, rows);
        assertThat(Arrays.mismatch(expected, result))
                .as("the first difference of %s rows, %s inputs, %s units", rows, inputs, units)
                .isNegative();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 47, 48, 50, 64, 65, 159, 160, 173})
    void gradientsDoSoForAnyNumberOfInputsAndRows(int units) {
        for (int rows = 1; rows <= 20; rows++) {
            gradient(rows, 40 + rows % 7, units);
            gradient(72 + rows, 1 + rows, units);
            gradient(rows, 190 + rows, units);
        }
    }

    private void gradient(int rows, int inputs, int units) {
        float[] x = numbers(4, rows * inputs);
        float[] outputGradient = numbers(5, rows * units);
        float[] expected = gradient(simple, x, outputGradient, rows, inputs, units);
        float[] result = gradient(plain, x, outputGradient, rows, inputs, units);
        assertThat(Arrays.mismatch(expected, result))
                .as("the first difference of %s rows, %s inputs, %s units", rows, inputs, units)
                .isNegative();
    }

    /** It is chosen on some JDKs only, and right on all of them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 160, 173})
    void theLargeTileAddsTermAfterTerm(int width) {
        int inputs = 6;
        float[][] terms = rows(6, 7, width);
        float[] x = numbers(7, 11 * inputs);
        float[][] expected = rows(8, 11, width);
        float[][] result = rows(8, 11, width);

        for (int sum = 0; sum < PlainLargeTile.SUMS; sum++) {
            for (int term = 0; term < PlainLargeTile.TERMS; term++) {
                float factor = x[1 + sum * inputs + term];
                PlainTiles.oneSumOneTerm(expected[2 + sum], terms[3 + term], width, factor);
            }
        }
        PlainLargeTile.eightSumsFourTerms(result, 2, terms, 3, width, x, 1, inputs, 1);

        assertThat(result).isDeepEqualTo(expected);
    }

    private static float[][] rows(long seed, int count, int width) {
        float[][] rows = new float[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = numbers(seed + i, width);
        }
        return rows;
    }

    private static float[] gradient(
            Kernels kernels, float[] x, float[] outputGradient, int rows, int inputs, int units) {
        DenseWeights gradient = kernels.denseWeights(units, inputs);
        Workspace workspace = kernels.trainingWorkspace(units, inputs);
        kernels.weightGradient(workspace, gradient, x, outputGradient, rows);
        kernels.addWeightGradient(workspace, gradient, x, outputGradient, rows);
        float[] values = new float[units * inputs];
        gradient.read(values);
        return values;
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

package org.nnlang.runtime.kernel;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.nnlang.runtime.kernel.ElementFunctionsTest.FloatFunction;
import org.nnlang.runtime.kernel.ElementFunctionsTest.RangeFunction;

/**
 * Compares the vector kernels with the simple ones for all small layers and rows, a program of its own for other lengths of vectors:
 * the length is chosen once in a virtual machine.
 *
 * <p>Each number of units up to two panels and some has its own last panel, and each number of rows or inputs leaves another rest
 * for the small tiles. Numbers that are not finite, or so small that products are lost, are among them. Only a range of rows
 * or inputs is calculated, and the rest must stay as it was.
 */
final class LayerSweep {
    private static final float UNTOUCHED = 1234;
    private static final float[] SPECIAL = {
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        -0f,
        0f,
        Float.MIN_VALUE,
        -Float.MIN_NORMAL / 3,
        1e-25f,
        -1e-25f,
        Float.MAX_VALUE,
        -Float.MAX_VALUE
    };
    private static final int BEFORE = 2;
    private static final int AFTER = 3;

    /** Of the functions' rows. */
    static final int LONGEST_ROW = 40;

    private final DivisibleKernels vector = VectorModule.kernels().orElseThrow();
    private final SimpleKernels simple = new SimpleKernels();
    private int results;

    public static void main(String[] arguments) {
        System.out.println(new LayerSweep().run() + " results are equal");
    }

    /** Compares, and counts what was compared. */
    int run() {
        for (int units = 1; units <= 130; units++) {
            for (int count = 1; count <= 18; count++) {
                product(count, 3, units, false, LayerSweep::special);
                product(count, 3, units, true, LayerSweep::special);
                gradient(2, count, units, count % 2 == 0, LayerSweep::special);
            }
        }
        for (int units : new int[] {1, 10, 20, 36, 47, 50, 64, 65, 97, 100, 114}) {
            for (int rows : new int[] {1, 4, 7, 17, 33}) {
                product(rows, 1031, units, false, LayerSweep::numbers);
                product(rows, 131, units, false, LayerSweep::numbers);
                product(rows, 131, units, true, LayerSweep::numbers);
                gradient(130, rows, units, true, LayerSweep::numbers);
                gradient(130, rows, units, false, LayerSweep::numbers);
            }
        }
        for (int units : new int[] {50, 100, 114, 130}) {
            for (int rows : new int[] {1, 33}) {
                product(rows, 1024, units, false, LayerSweep::numbers);
                product(rows, 1024, units, true, LayerSweep::numbers);
            }
        }
        functions();
        return results;
    }

    /** Weights whose arrays are taken, as by optimizers, stay in these. */
    private void product(int rows, int inputs, int units, boolean arraysAreTaken, Numbers of) {
        int all = BEFORE + rows + AFTER;
        float[] weights = of.numbers(1, units * inputs);
        float[] bias = rows % 3 == 0 ? null : of.numbers(2, units);
        float[] x = of.numbers(3, all * inputs);

        DenseWeights packed = simple.denseWeights(units, inputs);
        packed.write(weights);
        float[] expected = new float[all * units];
        simple.dense(simple.workspace(units), packed, bias, null, x, expected, all);
        Arrays.fill(expected, 0, BEFORE * units, UNTOUCHED);
        Arrays.fill(expected, (BEFORE + rows) * units, expected.length, UNTOUCHED);

        packed = vector.denseWeights(units, inputs);
        packed.write(weights);
        if (arraysAreTaken) {
            packed.arrays();
        }
        float[] result = new float[all * units];
        Arrays.fill(result, UNTOUCHED);
        vector.dense(vector.workspace(units), packed, bias, null, x, BEFORE, result, BEFORE, rows);
        require(expected, result, "product of " + rows + " rows, " + inputs + " inputs, " + units + " units");
    }

    private void gradient(int rows, int inputs, int units, boolean adds, Numbers of) {
        int all = BEFORE + inputs + AFTER;
        float[] x = of.numbers(4, rows * all);
        float[] outputGradient = of.numbers(5, rows * units);

        DenseWeights whole = untouched(simple, units, all);
        Workspace workspace = simple.trainingWorkspace(units, all);
        if (adds) {
            simple.addWeightGradient(workspace, whole, x, outputGradient, rows);
        } else {
            simple.weightGradient(workspace, whole, x, outputGradient, rows);
        }
        float[] expected = read(whole);
        for (int unit = 0; unit < units; unit++) {
            Arrays.fill(expected, unit * all, unit * all + BEFORE, UNTOUCHED);
            Arrays.fill(expected, unit * all + BEFORE + inputs, (unit + 1) * all, UNTOUCHED);
        }

        DenseWeights part = untouched(vector, units, all);
        Workspace ofVectors = vector.trainingWorkspace(units, all);
        SharedCall.Kind kind = SharedCall.Kind.INPUTS;
        vector.gradientPart(ofVectors, part, x, outputGradient, rows, adds, kind, BEFORE, BEFORE + inputs);
        String what = adds ? "addition to a gradient" : "gradient";
        require(expected, read(part), what + " of " + rows + " rows, " + inputs + " inputs, " + units + " units");
    }

    private void functions() {
        ElementFunctions set = vector.workspace(0).functions();
        function("exp", set::exp, Scalar::exp);
        function("expm1", set::expm1, Scalar::expm1);
        function("log", set::log, Scalar::log);
        function("log1p", set::log1p, Scalar::log1p);
        function("sigmoid", set::sigmoid, Scalar::sigmoid);
        function("tanh", set::tanh, Scalar::tanh);
        function("softplus", set::softplus, Scalar::softplus);
        function("erf", set::erf, Scalar::erf);
        function("erfc", set::erfc, Scalar::erfc);
        function("gelu", set::gelu, Scalar::gelu);
    }

    private void function(String name, RangeFunction range, FloatFunction single) {
        for (int count = 0; count <= LONGEST_ROW; count++) {
            float[] expected = special(6, BEFORE + count + AFTER);
            float[] result = expected.clone();
            for (int i = BEFORE; i < BEFORE + count; i++) {
                expected[i] = single.of(expected[i]);
            }
            range.apply(result, BEFORE, BEFORE + count);
            require(expected, result, name + " of " + count + " numbers");
        }
    }

    private static DenseWeights untouched(Kernels kernels, int units, int inputs) {
        DenseWeights weights = kernels.denseWeights(units, inputs);
        float[] values = new float[units * inputs];
        Arrays.fill(values, UNTOUCHED);
        weights.write(values);
        return weights;
    }

    private static float[] read(DenseWeights weights) {
        float[] values = new float[weights.units() * weights.inputs()];
        weights.read(values);
        return values;
    }

    private void require(float[] expected, float[] result, String what) {
        int difference = Arrays.mismatch(expected, result);
        if (difference >= 0) {
            throw new AssertionError(
                    what + ": element " + difference + " is " + result[difference] + ", not " + expected[difference]);
        }
        results++;
    }

    /** Arrays of numbers, the same for the same seed. */
    private interface Numbers {
        float[] numbers(long seed, int count);
    }

    /** One of three of these numbers is special. */
    private static float[] special(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] numbers = numbers(seed, count);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(3) == 0) {
                numbers[i] = SPECIAL[random.nextInt(SPECIAL.length)];
            }
        }
        return numbers;
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

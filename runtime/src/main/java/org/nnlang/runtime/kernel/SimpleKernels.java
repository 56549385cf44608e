package org.nnlang.runtime.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The kernels written for reading: the definition that all others are held against, bit by bit. */
final class SimpleKernels implements Kernels {
    @Override
    public String name() {
        return "simple";
    }

    @Override
    public DenseWeights denseWeights(int units, int inputs) {
        return new Weights(units, inputs, new ArrayStorage(units * inputs));
    }

    @Override
    public Workspace workspace(int maximumUnits) {
        return new Workspace(new ScalarFunctions());
    }

    @Override
    public void dense(
            Workspace workspace,
            DenseWeights weights,
            float @Nullable [] bias,
            @Nullable RowFunction function,
            float[] x,
            int firstX,
            float[] y,
            int firstY,
            int rows) {
        int units = weights.units();
        int inputs = weights.inputs();
        float[] w = ((Weights) weights).storage().values();
        for (int row = 0; row < rows; row++) {
            for (int unit = 0; unit < units; unit++) {
                float sum = 0;
                for (int k = 0; k < inputs; k++) {
                    sum = Math.fma(x[(firstX + row) * inputs + k], w[unit * inputs + k], sum);
                }
                y[(firstY + row) * units + unit] = bias == null ? sum : sum + bias[unit];
            }
        }
        if (function != null) {
            function.apply(workspace, y, firstY * units, rows, units);
        }
    }

    @Override
    public int rowsAtATime(int units) {
        return 1;
    }

    @Override
    public Workspace trainingWorkspace(int maximumUnits, int maximumInputs) {
        return new Workspace(new ScalarFunctions());
    }

    @Override
    public void transpose(Workspace workspace, DenseWeights weights, DenseWeights transposed) {
        float[] from = ((Weights) weights).storage().values();
        float[] to = ((Weights) transposed).storage().values();
        for (int unit = 0; unit < weights.units(); unit++) {
            for (int input = 0; input < weights.inputs(); input++) {
                to[input * weights.units() + unit] = from[unit * weights.inputs() + input];
            }
        }
    }

    @Override
    public void weightGradient(
            Workspace workspace, DenseWeights gradient, float[] x, float[] outputGradient, int rows) {
        Arrays.fill(((Weights) gradient).storage().values(), 0f);
        addWeightGradient(workspace, gradient, x, outputGradient, rows);
    }

    @Override
    public void addWeightGradient(
            Workspace workspace, DenseWeights gradient, float[] x, float[] outputGradient, int rows) {
        int units = gradient.units();
        int inputs = gradient.inputs();
        float[] sums = ((Weights) gradient).storage().values();
        for (int unit = 0; unit < units; unit++) {
            for (int k = 0; k < inputs; k++) {
                float sum = sums[unit * inputs + k];
                for (int row = 0; row < rows; row++) {
                    sum = Math.fma(outputGradient[row * units + unit], x[row * inputs + k], sum);
                }
                sums[unit * inputs + k] = sum;
            }
        }
    }

    private record Weights(int units, int inputs, ArrayStorage storage) implements DenseWeights {
        @Override
        public void read(float[] target) {
            storage.read(target);
        }

        @Override
        public void write(float[] source) {
            storage.write(source);
        }

        @Override
        public void write(int from, float[] source, int count) {
            storage.write(from, source, count);
        }

        @Override
        public Weights sameLayout() {
            return new Weights(units, inputs, storage.sameLayout());
        }

        @Override
        public float[][] arrays() {
            return storage.arrays();
        }

        @Override
        public double sumOfSquares() {
            float[] values = storage.values();
            double sum = 0;
            for (int input = 0; input < inputs; input++) {
                for (int unit = 0; unit < units; unit++) {
                    double value = values[unit * inputs + input];
                    sum += value * value;
                }
            }
            return sum;
        }
    }
}

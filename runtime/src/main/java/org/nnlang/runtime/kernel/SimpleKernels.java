package org.nnlang.runtime.kernel;

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
        return new Workspace(0, 0);
    }

    @Override
    public void dense(
            Workspace workspace,
            DenseWeights weights,
            float @Nullable [] bias,
            @Nullable RowFunction function,
            float[] x,
            float[] y,
            int rows) {
        int units = weights.units();
        int inputs = weights.inputs();
        float[] w = ((Weights) weights).storage().values();
        for (int row = 0; row < rows; row++) {
            for (int unit = 0; unit < units; unit++) {
                float sum = 0;
                for (int k = 0; k < inputs; k++) {
                    sum = Math.fma(x[row * inputs + k], w[unit * inputs + k], sum);
                }
                y[row * units + unit] = bias == null ? sum : sum + bias[unit];
            }
        }
        if (function != null) {
            function.apply(y, 0, rows, units);
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
    }
}

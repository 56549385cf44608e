package org.nnlang.runtime.kernel;

/** One small call of everything that predicting and training call, so that every loop of the kernels is reached. */
final class WarmUpRound {
    private final DivisibleKernels kernels;
    private final Layer[] layers;
    private final float[] elements = new float[Workspace.BLOCK + 1];

    WarmUpRound(DivisibleKernels kernels) {
        this.kernels = kernels;
        // Last panels of every width; rows and inputs that fill tiles and that do not; inputs of two
        // blocks.
        this.layers = new Layer[] {
            new Layer(kernels, 33, 31, 114),
            new Layer(kernels, 31, 33, 100),
            new Layer(kernels, 33, 31, 80),
            new Layer(kernels, 31, 33, 112),
            new Layer(kernels, 1, 40, 64),
            new Layer(kernels, 9, 1030, 17)
        };
    }

    void run() {
        for (Layer layer : layers) {
            layer.run(kernels);
        }
        ElementFunctions functions = layers[0].workspace.functions();
        functions.exp(elements, 0, elements.length);
        functions.sigmoid(elements, 0, elements.length);
        functions.tanh(elements, 0, elements.length);
        int count = elements.length;
        functions.chooseGreater(elements, elements, elements, elements, elements, 0, count);
        functions.chooseGreaterOrEqual(elements, elements, elements, elements, elements, 0, count);
        functions.chooseEqual(elements, elements, elements, elements, elements, 0, count);
        functions.chooseGreater(elements, 0, elements, elements, elements, 0, count);
        functions.chooseLess(elements, 0, elements, elements, elements, 0, count);
        functions.chooseGreater(elements, 0, elements, 0, elements, 0, count);
    }

    private static final class Layer {
        private final int rows;
        private final Workspace workspace;
        private final DenseWeights weights;
        private final DenseWeights transposed;
        private final float[] x;
        private final float[] y;
        private final float[] sums;

        Layer(DivisibleKernels kernels, int rows, int inputs, int units) {
            this.rows = rows;
            this.workspace = kernels.trainingWorkspace(units, inputs);
            this.weights = kernels.denseWeights(units, inputs);
            this.transposed = kernels.denseWeights(inputs, units);
            this.x = new float[rows * inputs];
            this.y = new float[rows * units];
            this.sums = new float[units];
        }

        void run(DivisibleKernels kernels) {
            kernels.dense(workspace, weights, null, null, x, y, rows);
            kernels.transpose(workspace, weights, transposed);
            kernels.weightGradient(workspace, weights, x, y, rows);
            workspace.functions().columnSums(y, rows, weights.units(), sums);
        }
    }
}

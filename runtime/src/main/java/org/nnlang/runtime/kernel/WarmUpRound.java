package org.nnlang.runtime.kernel;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.runtime.kernel.CalledSizes.Size;

/**
 * One small call of each layer of some sizes, or of the functions that most models call.
 *
 * <p>Loops that it does not reach, of rarer functions and of sums that go on, are slow for some calls after the change to the kernels
 * that are warmed up.
 */
final class WarmUpRound {
    /**
     * What programs may call: last panels of every width, behind others that read ahead and behind none; rows and inputs of which
     * tiles of every size are left over; inputs of two blocks.
     */
    static final List<Size> SIZES = List.of(
            new Size(33, 31, 114),
            new Size(13, 33, 114),
            new Size(33, 31, 100),
            new Size(19, 33, 100),
            new Size(21, 29, 140),
            new Size(35, 29, 86),
            new Size(34, 34, 112),
            new Size(1, 40, 114),
            new Size(1, 40, 140),
            new Size(16, 1030, 64),
            new Size(9, 1030, 86));

    /** Of which some numbers are left over of whole vectors: one, and so many that they are made a vector, in long rows and in short ones. */
    static final List<Integer> LENGTHS = List.of(Workspace.BLOCK + 1, 31, 15, 7);

    /** So many sums of columns that some are left over of four vectors, and of one. */
    private static final int SUMS = 113;

    private final DivisibleKernels kernels;
    private final ElementFunctions functions;
    private final List<Layer> layers = new ArrayList<>();
    private final float[] elements = new float[LENGTHS.get(0)];
    private final float[] sums = new float[SUMS];

    WarmUpRound(DivisibleKernels kernels) {
        this.kernels = kernels;
        this.functions = kernels.workspace(1).functions();
    }

    /**
     * Calls layers of these sizes.
     *
     * @param sizes those of the call before, and perhaps more
     * @param inArrays whether to call them too with weights whose arrays are taken, as optimizers do: kernels may keep others elsewhere
     * @param trains whether to calculate their gradients too
     */
    void runLayers(List<Size> sizes, boolean inArrays, boolean trains) {
        while (layers.size() < sizes.size()) {
            layers.add(new Layer(kernels, sizes.get(layers.size())));
        }
        for (Layer layer : layers) {
            layer.predict(kernels, layer.weights);
            if (inArrays) {
                layer.predict(kernels, layer.weightsInArrays);
            }
            if (trains) {
                layer.train(kernels);
            }
        }
    }

    /**
     * Calls the functions that most models call, with many numbers and with few.
     *
     * @param trains whether to calculate what gradients need too
     */
    void runFunctions(boolean trains) {
        for (int length : LENGTHS) {
            functions.exp(elements, 0, length);
            functions.sigmoid(elements, 0, length);
            functions.tanh(elements, 0, length);
        }
        int count = elements.length;
        functions.chooseGreater(elements, elements, elements, elements, elements, 0, count);
        functions.chooseGreaterOrEqual(elements, elements, elements, elements, elements, 0, count);
        functions.chooseEqual(elements, elements, elements, elements, elements, 0, count);
        functions.chooseGreater(elements, 0, elements, elements, elements, 0, count);
        functions.chooseLess(elements, 0, elements, elements, elements, 0, count);
        functions.chooseGreater(elements, 0, elements, 0, elements, 0, count);
        if (trains) {
            functions.columnSums(elements, count / SUMS, SUMS, sums);
        }
    }

    private static final class Layer {
        private final int rows;
        private final Workspace workspace;
        private final DenseWeights weights;
        private final DenseWeights weightsInArrays;
        private final DenseWeights transposed;
        private final float[] x;
        private final float[] y;

        Layer(DivisibleKernels kernels, Size size) {
            int inputs = size.inputs();
            int units = size.units();
            this.rows = size.rows();
            this.workspace = kernels.trainingWorkspace(units, inputs);
            this.weights = kernels.denseWeights(units, inputs);
            this.weightsInArrays = kernels.denseWeights(units, inputs);
            weightsInArrays.arrays();
            this.transposed = kernels.denseWeights(inputs, units);
            this.x = new float[rows * inputs];
            this.y = new float[rows * units];
        }

        void predict(DivisibleKernels kernels, DenseWeights weights) {
            kernels.dense(workspace, weights, null, null, x, y, rows);
        }

        void train(DivisibleKernels kernels) {
            kernels.transpose(workspace, weightsInArrays, transposed);
            kernels.weightGradient(workspace, weightsInArrays, x, y, rows);
        }
    }
}

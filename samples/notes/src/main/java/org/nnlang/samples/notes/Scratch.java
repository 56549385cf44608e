package org.nnlang.samples.notes;

/**
 * The models of the notes that are written by hand with numpy, with the notes' weights.
 *
 * <p>The notes multiply rows by matrices, {@code X W}, of shape [inputs, units]. A layer keeps one row for each unit, so its
 * weight is the transpose, [units, inputs].
 */
final class Scratch {
    /** A logic gate of two inputs: the weights and the bias with which the perceptron computes it. */
    enum Gate {
        AND(0.5f, 0.5f, -0.7f),
        OR(0.5f, 0.5f, -0.2f),
        NAND(-0.5f, -0.5f, 0.7f);

        private final float weight1;
        private final float weight2;
        private final float bias;

        Gate(float weight1, float weight2, float bias) {
            this.weight1 = weight1;
            this.weight2 = weight2;
            this.bias = bias;
        }

        Perceptron perceptron() {
            Perceptron perceptron = Perceptron.create(0);
            perceptron.neuron().weight().set(weight1, weight2);
            perceptron.neuron().bias().set(bias);
            return perceptron;
        }
    }

    private Scratch() {}

    /** The forward pass of three layers; the notes' input [1.0, 0.5] gives [0.31682708, 0.69627909]. */
    static ThreeLayers threeLayers() {
        ThreeLayers model = ThreeLayers.create(0);
        model.layer1().weight().set(transpose(new float[][] {{0.1f, 0.3f, 0.5f}, {0.2f, 0.4f, 0.6f}}));
        model.layer1().bias().set(0.1f, 0.2f, 0.3f);
        model.layer2().weight().set(transpose(new float[][] {{0.1f, 0.4f}, {0.2f, 0.5f}, {0.3f, 0.6f}}));
        model.layer2().bias().set(0.1f, 0.2f);
        model.layer3().weight().set(transpose(new float[][] {{0.1f, 0.3f}, {0.2f, 0.4f}}));
        model.layer3().bias().set(0.1f, 0.2f);
        return model;
    }

    /** The product Y = X W; the notes' input [1, 2] gives [5, 11, 17]. */
    static WeightMatrix weightMatrix() {
        WeightMatrix model = WeightMatrix.create(0);
        model.w().weight().set(transpose(new float[][] {{1, 3, 5}, {2, 4, 6}}));
        return model;
    }

    /** The columns of a matrix, one after another. */
    private static float[] transpose(float[][] matrix) {
        int rows = matrix.length;
        int columns = matrix[0].length;
        float[] values = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values[column * rows + row] = matrix[row][column];
            }
        }
        return values;
    }
}

package org.nnlang.runtime.init;

import org.nnlang.runtime.Shape;

/**
 * The orthogonal factor of a random normal matrix, times gain (Saxe et al., 2013).
 *
 * <p>The factor is the one whose triangular counterpart has a positive diagonal, which is unique and evenly distributed
 * over all orthogonal matrices. Gram and Schmidt's method finds it directly. A shape of another rank than 2 counts as
 * its first size times the product of the others.
 */
record Orthogonal(double gain) implements Initializer {
    Orthogonal {
        Numbers.finite("gain", gain);
    }

    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
        if (shape.rank() < 2) {
            throw new IllegalArgumentException("orthogonal needs a shape of at least rank 2, got " + shape);
        }
        int rows = shape.size(0);
        int columns = values.length / rows;
        boolean wide = rows < columns;
        double[][] vectors = wide ? new double[rows][columns] : new double[columns][rows];
        for (int i = 0; i < vectors.length; i++) {
            drawOrthonormal(vectors, i, random);
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double entry = wide ? vectors[row][column] : vectors[column][row];
                values[row * columns + column] = (float) (gain * entry);
            }
        }
    }

    /** Draws vector i, makes it orthogonal to those before it, and of length 1. */
    private static void drawOrthonormal(double[][] vectors, int i, RandomStream random) {
        double[] vector = vectors[i];
        for (int j = 0; j < vector.length; j++) {
            vector[j] = random.nextGaussian();
        }
        // Once leaves what rounding put back; twice is enough (Kahan and Parlett).
        for (int pass = 0; pass < 2; pass++) {
            for (int before = 0; before < i; before++) {
                addMultiple(vector, -dot(vectors[before], vector), vectors[before]);
            }
        }
        double length = Math.sqrt(dot(vector, vector));
        for (int j = 0; j < vector.length; j++) {
            vector[j] /= length;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum = Math.fma(a[j], b[j], sum);
        }
        return sum;
    }

    private static void addMultiple(double[] target, double factor, double[] source) {
        for (int j = 0; j < target.length; j++) {
            target[j] = Math.fma(factor, source[j], target[j]);
        }
    }

    @Override
    public String toString() {
        return "orthogonal(" + Numbers.text(gain) + ")";
    }
}

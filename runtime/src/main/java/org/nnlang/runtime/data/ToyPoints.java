package org.nnlang.runtime.data;

import org.nnlang.runtime.Shape;
import org.nnlang.runtime.init.RandomStream;

/** Points in the plane with their classes, gathered one by one, each coordinate with some noise. */
final class ToyPoints {
    private final float[] coordinates;
    private final int[] labels;
    private final int classes;
    private final double noise;
    private final RandomStream random;
    private int count;

    ToyPoints(int size, int classes, double noise, RandomStream random) {
        if (!(noise >= 0) || noise == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a standard deviation must be finite and not negative, got " + noise);
        }
        this.coordinates = new float[Math.multiplyExact(2, size)];
        this.labels = new int[size];
        this.classes = classes;
        this.noise = noise;
        this.random = random;
    }

    void add(double x, double y, int label) {
        coordinates[2 * count] = (float) (x + noise * random.nextGaussian());
        coordinates[2 * count + 1] = (float) (y + noise * random.nextGaussian());
        labels[count] = label;
        count++;
    }

    Dataset shuffled() {
        int[] order = Split.permutation(labels.length, random);
        float[] rows = new float[coordinates.length];
        int[] classesOfRows = new int[labels.length];
        for (int i = 0; i < order.length; i++) {
            rows[2 * i] = coordinates[2 * order[i]];
            rows[2 * i + 1] = coordinates[2 * order[i] + 1];
            classesOfRows[i] = labels[order[i]];
        }
        return new Dataset(Shape.of(2), rows, classesOfRows, classes, false);
    }
}

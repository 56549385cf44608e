package org.nnlang.runtime.data;

import java.util.Arrays;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.init.RandomStream;

/**
 * Small classic problems of points in the plane, for samples and tests; equal seeds give equal points everywhere.
 *
 * <p>All have class indices as targets, which for two classes is also what one sigmoid output learns from;
 * {@link Dataset#asOneHot()} gives rows. The order is random, so that a range has some of each class.
 */
public final class ToyExamples {
    private ToyExamples() {}

    /** The exclusive or: the corners of the unit square, class 1 where exactly one coordinate is 1. */
    public static Dataset xor() {
        return new Dataset(Shape.of(2), new float[] {0, 0, 0, 1, 1, 0, 1, 1}, new int[] {0, 1, 1, 0}, 2, false);
    }

    /**
     * Two half circles, each reaching into the other: scikit-learn's {@code make_moons}.
     *
     * @param size the number of points, at least 2; half of them, rounded down, on the outer moon, which is class 0
     * @param noise the standard deviation of what is added to each coordinate
     */
    public static Dataset moons(int size, double noise, long seed) {
        int outer = half(size);
        ToyPoints points = new ToyPoints(size, 2, noise, RandomStream.of(seed, "moons"));
        for (int i = 0; i < outer; i++) {
            double angle = StrictMath.PI * fraction(i, outer);
            points.add(StrictMath.cos(angle), StrictMath.sin(angle), 0);
        }
        for (int i = 0; i < size - outer; i++) {
            double angle = StrictMath.PI * fraction(i, size - outer);
            points.add(1 - StrictMath.cos(angle), 0.5 - StrictMath.sin(angle), 1);
        }
        return points.shuffled();
    }

    /**
     * A circle in another: scikit-learn's {@code make_circles}.
     *
     * @param size the number of points, at least 2; half of them, rounded down, on the outer circle, which is class 0
     * @param noise the standard deviation of what is added to each coordinate
     * @param factor the radius of the inner circle, from 0 to below 1, where the outer one has 1
     */
    public static Dataset circles(int size, double noise, double factor, long seed) {
        if (!(factor >= 0 && factor < 1)) {
            throw new IllegalArgumentException("the factor must be from 0 to below 1, got " + factor);
        }
        int outer = half(size);
        ToyPoints points = new ToyPoints(size, 2, noise, RandomStream.of(seed, "circles"));
        for (int i = 0; i < outer; i++) {
            double angle = 2 * StrictMath.PI * i / outer;
            points.add(StrictMath.cos(angle), StrictMath.sin(angle), 0);
        }
        for (int i = 0; i < size - outer; i++) {
            double angle = 2 * StrictMath.PI * i / (size - outer);
            points.add(factor * StrictMath.cos(angle), factor * StrictMath.sin(angle), 1);
        }
        return points.shuffled();
    }

    /**
     * Two spirals of three turns around one another, by Lang and Witbrock (Learning to tell two spirals apart, 1988).
     *
     * <p>They reach from radius 0.5 to 6.5; 194 points without noise are the points of the paper.
     *
     * @param size the number of points, even and at least 4
     * @param noise the standard deviation of what is added to each coordinate
     */
    public static Dataset spirals(int size, double noise, long seed) {
        if (size < 4 || size % 2 != 0) {
            throw new IllegalArgumentException("two spirals need an even number of points, at least 4, got " + size);
        }
        ToyPoints points = new ToyPoints(size, 2, noise, RandomStream.of(seed, "spirals"));
        for (int i = 0; i < size / 2; i++) {
            double turn = 96 * fraction(i, size / 2);
            double angle = turn * StrictMath.PI / 16;
            double radius = 6.5 * (104 - turn) / 104;
            points.add(radius * StrictMath.sin(angle), radius * StrictMath.cos(angle), 0);
            points.add(-radius * StrictMath.sin(angle), -radius * StrictMath.cos(angle), 1);
        }
        return points.shuffled();
    }

    /**
     * Clouds of normally distributed points around random centres from -10 to 10: scikit-learn's {@code make_blobs}.
     *
     * @param size the number of points, at least one a class; the first classes have one more where it does not divide
     * @param classes the number of clouds, at least 1
     * @param deviation the standard deviation of each coordinate from its centre
     */
    public static Dataset blobs(int size, int classes, double deviation, long seed) {
        if (classes < 1 || size < classes) {
            throw new IllegalArgumentException(
                    "blobs need at least one class, and one point a class, got " + classes + " and " + size);
        }
        RandomStream random = RandomStream.of(seed, "blobs");
        double[] centres = new double[2 * classes];
        Arrays.setAll(centres, i -> 20 * random.nextDouble() - 10);
        ToyPoints points = new ToyPoints(size, classes, deviation, random);
        for (int i = 0; i < size; i++) {
            int label = i % classes;
            points.add(centres[2 * label], centres[2 * label + 1], label);
        }
        return points.shuffled();
    }

    private static int half(int size) {
        if (size < 2) {
            throw new IllegalArgumentException("two classes need at least 2 points, got " + size);
        }
        return size / 2;
    }

    /** The i-th of count numbers from 0 to 1, both included. */
    private static double fraction(int i, int count) {
        return count == 1 ? 0 : (double) i / (count - 1);
    }
}

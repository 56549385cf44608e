package org.nnlang.runtime.data;

/** A smooth curve through points, as short straight pieces: the spline of Catmull and Rom (1974). */
final class Curve {
    private static final int PIECES = 6;

    private Curve() {}

    /**
     * The curve through the points.
     *
     * @param points x, y, x, y, ...; at least two points
     */
    static double[] through(double[] points) {
        int last = points.length / 2 - 1;
        double[] curve = new double[2 * (last * PIECES + 1)];
        for (int i = 0; i <= last * PIECES; i++) {
            int from = Math.min(i / PIECES, last - 1);
            double t = (i - from * PIECES) / (double) PIECES;
            for (int axis = 0; axis < 2; axis++) {
                curve[2 * i + axis] = between(
                        points[2 * Math.max(from - 1, 0) + axis],
                        points[2 * from + axis],
                        points[2 * from + 2 + axis],
                        points[2 * Math.min(from + 2, last) + axis],
                        t);
            }
        }
        return curve;
    }

    /** A number from b (t = 0) to c (t = 1), bent by the neighbours a and d. */
    private static double between(double a, double b, double c, double d, double t) {
        double linear = c - a;
        double square = 2 * a - 5 * b + 4 * c - d;
        double cube = 3 * (b - c) + d - a;
        return b + 0.5 * t * (linear + t * (square + t * cube));
    }
}

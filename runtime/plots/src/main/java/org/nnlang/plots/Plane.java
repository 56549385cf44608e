package org.nnlang.plots;

/**
 * A rectangle of the plane: what a picture of a function of two numbers shows.
 *
 * @param left the smallest x
 * @param right the largest x
 * @param bottom the smallest y
 * @param top the largest y
 */
public record Plane(double left, double right, double bottom, double top) {
    private static final double MARGIN = 0.1;

    /** @throws IllegalArgumentException unless {@code left < right} and {@code bottom < top}, all finite */
    public Plane {
        if (!(left < right && bottom < top) || Double.isInfinite(right - left) || Double.isInfinite(top - bottom)) {
            throw new IllegalArgumentException("a plane needs two ranges, got x from " + left + " to " + right
                    + " and y from " + bottom + " to " + top);
        }
    }

    /**
     * What shows some points, with a margin of a tenth of their extent on each side.
     *
     * @param points x and y of one after another
     * @throws IllegalArgumentException if they are fewer than two numbers, an odd count, or not spread in both directions
     */
    public static Plane around(float[] points) {
        if (points.length < 2 || points.length % 2 != 0) {
            throw new IllegalArgumentException("points need pairs of numbers, got " + points.length + " numbers");
        }
        double left = points[0];
        double right = points[0];
        double bottom = points[1];
        double top = points[1];
        for (int i = 0; i < points.length; i += 2) {
            left = Math.min(left, points[i]);
            right = Math.max(right, points[i]);
            bottom = Math.min(bottom, points[i + 1]);
            top = Math.max(top, points[i + 1]);
        }
        double wide = MARGIN * (right - left);
        double high = MARGIN * (top - bottom);
        return new Plane(left - wide, right + wide, bottom - high, top + high);
    }

    /** The x of column {@code i} of {@code count}, which stand in the middle of equal stripes. */
    double x(int i, int count) {
        return left + (right - left) * (i + 0.5) / count;
    }

    /** The y of row {@code i} of {@code count}, from the top. */
    double y(int i, int count) {
        return top - (top - bottom) * (i + 0.5) / count;
    }
}

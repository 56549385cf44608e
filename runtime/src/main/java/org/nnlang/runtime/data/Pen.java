package org.nnlang.runtime.data;

/** Draws lines with a round pen of some radius on a black square, antialiased: white is 1. */
final class Pen {
    private final int side;
    private final double radius;
    private final double[] ink;

    Pen(int side, double radius) {
        this.side = side;
        this.radius = radius;
        this.ink = new double[side * side];
    }

    /** The square, row by row. */
    double[] ink() {
        return ink;
    }

    /** Draws through the points x, y, x, y, ...; pixel (0, 0) reaches from -0.5 to 0.5. */
    void draw(double[] points) {
        for (int i = 0; i + 3 < points.length; i += 2) {
            line(points[i], points[i + 1], points[i + 2], points[i + 3]);
        }
    }

    private void line(double fromX, double fromY, double toX, double toY) {
        double reach = radius + 1;
        int top = clamp(Math.min(fromY, toY) - reach);
        int bottom = clamp(Math.max(fromY, toY) + reach);
        int left = clamp(Math.min(fromX, toX) - reach);
        int right = clamp(Math.max(fromX, toX) + reach);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                // A pixel is as bright as the part of it that the pen covers, told by its distance from the edge.
                double covered = radius + 0.5 - distance(x, y, fromX, fromY, toX, toY);
                ink[y * side + x] = Math.max(ink[y * side + x], Math.min(covered, 1));
            }
        }
    }

    private int clamp(double position) {
        return (int) Math.max(0, Math.min(side - 1, position));
    }

    /** From a point to the nearest one of a line. */
    private static double distance(double x, double y, double fromX, double fromY, double toX, double toY) {
        double lineX = toX - fromX;
        double lineY = toY - fromY;
        double square = lineX * lineX + lineY * lineY;
        double t = square == 0 ? 0 : ((x - fromX) * lineX + (y - fromY) * lineY) / square;
        double nearest = Math.max(0, Math.min(1, t));
        double dx = x - fromX - nearest * lineX;
        double dy = y - fromY - nearest * lineY;
        return Math.sqrt(dx * dx + dy * dy);
    }
}

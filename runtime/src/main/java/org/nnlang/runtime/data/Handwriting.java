package org.nnlang.runtime.data;

import org.nnlang.runtime.init.RandomStream;

/** A writer who never writes a digit the same way twice: slant, turn, width, size, place, pressure and tremor vary. */
final class Handwriting {
    static final int SIDE = 28;
    /** The side of the box that MNIST fits its digits into. */
    private static final double BOX = 20;

    private static final double TREMOR = 4.5;
    private static final double LARGEST_SHIFT = 1.3;
    private static final double PAPER = 0.15;

    private final RandomStream random;

    Handwriting(RandomStream random) {
        this.random = random;
    }

    /** One digit, 28 x 28 grey levels row by row, white on black. */
    byte[] write(int digit) {
        double[][] strokes = DigitStrokes.of(digit, random.nextInt(DigitStrokes.variants(digit)));
        distort(strokes);
        double radius = between(0.7, 1.8);
        fit(strokes, (BOX - 2 * radius) * between(0.9, 1.05));
        Pen pen = new Pen(SIDE, radius);
        for (double[] stroke : strokes) {
            pen.draw(Curve.through(stroke));
        }
        return levels(pen.ink());
    }

    /** Tremor of the points, then slant, width and turn of the whole. */
    private void distort(double[][] strokes) {
        double slant = between(-0.2, 0.5);
        double width = between(0.8, 1.35);
        double angle = between(-0.12, 0.12);
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        for (double[] stroke : strokes) {
            for (int i = 0; i < stroke.length; i += 2) {
                double y = stroke[i + 1] + TREMOR * random.nextGaussian();
                double x = width * (stroke[i] + TREMOR * random.nextGaussian()) - slant * y;
                stroke[i] = cosine * x - sine * y;
                stroke[i + 1] = sine * x + cosine * y;
            }
        }
    }

    /** Scales the longer side to a size, and moves the middle near the middle of the image. */
    private void fit(double[][] strokes, double size) {
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double[] stroke : strokes) {
            double[] curve = Curve.through(stroke);
            for (int i = 0; i < curve.length; i++) {
                low[i % 2] = Math.min(low[i % 2], curve[i]);
                high[i % 2] = Math.max(high[i % 2], curve[i]);
            }
        }
        double scale = size / Math.max(high[0] - low[0], high[1] - low[1]);
        double middle = (SIDE - 1) / 2.0;
        double[] place = {
            middle + between(-LARGEST_SHIFT, LARGEST_SHIFT), middle + between(-LARGEST_SHIFT, LARGEST_SHIFT)
        };
        for (double[] stroke : strokes) {
            for (int i = 0; i < stroke.length; i++) {
                stroke[i] = place[i % 2] + scale * (stroke[i] - (low[i % 2] + high[i % 2]) / 2);
            }
        }
    }

    /** Grey levels of the ink, which the grain of the paper takes up unevenly. */
    private byte[] levels(double[] ink) {
        byte[] levels = new byte[ink.length];
        for (int i = 0; i < ink.length; i++) {
            double taken = ink[i] > 0 ? ink[i] * (1 - PAPER * random.nextDouble() * random.nextDouble()) : 0;
            levels[i] = (byte) Math.round(255 * taken);
        }
        return levels;
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}

package org.nnlang.plots;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleBinaryOperator;
import org.nnlang.runtime.data.Dataset;

/**
 * What a classifier of points of the plane has learned: its probability of class 1 everywhere, the line where that is a half, and
 * the points that it learned from.
 *
 * @param points with two features each
 * @param probability of class 1, from x and y
 */
public record DecisionBoundary(String title, Dataset points, DoubleBinaryOperator probability) {
    /** @throws IllegalArgumentException if the points are not in a plane */
    public DecisionBoundary {
        if (points.featureShape().elements() != 2) {
            throw new IllegalArgumentException(
                    "a boundary in the plane needs points of 2 numbers, got " + points.featureShape());
        }
    }

    /** Writes the picture. */
    public void write(Path png) throws IOException {
        PlanePicture picture =
                new PlanePicture(title, plane()).probability(probability).contours(probability, 0.5);
        for (int i = 0; i < points.size(); i++) {
            picture.point(points.features()[2 * i], points.features()[2 * i + 1], points.label(i));
        }
        picture.write(png, "x", "y");
    }

    /**
     * The probability as an image for a terminal, bright where it is near 1.
     *
     * @param width in pixels
     * @param height in pixels
     */
    public CaptionedImage image(int width, int height) {
        Plane plane = plane();
        float[] levels = new float[width * height];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                levels[row * width + column] =
                        (float) probability.applyAsDouble(plane.x(column, width), plane.y(row, height));
            }
        }
        return new CaptionedImage(width, height, levels, title, false);
    }

    private Plane plane() {
        return Plane.around(points.features());
    }
}

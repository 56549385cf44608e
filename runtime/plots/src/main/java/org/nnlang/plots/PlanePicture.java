package org.nnlang.plots;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleBinaryOperator;

/**
 * A picture of functions of two numbers, points and paths, over a rectangle with axes.
 *
 * <p>Each layer is drawn on those before it.
 */
public final class PlanePicture {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 560;
    private static final int LEFT = 70;
    private static final int TOP = 40;
    private static final int RIGHT = 20;
    private static final int BOTTOM = 56;
    private static final int CELL = 2;
    private static final int MOST_TICKS = 8;
    private static final double POINT = 6;

    private final Plane plane;
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final int width = WIDTH - LEFT - RIGHT;
    private final int height = HEIGHT - TOP - BOTTOM;

    /** Starts a picture. */
    public PlanePicture(String title, Plane plane) {
        this.plane = plane;
        canvas.font(Font.BOLD, 15);
        canvas.graphics().setColor(Canvas.INK);
        canvas.centered(title, LEFT + width / 2, TOP - 14);
        canvas.font(Font.PLAIN, 13);
    }

    /**
     * Colours the plane by a probability: the colour of class 0 near 0, that of class 1 near 1, white between.
     *
     * @return this
     */
    public PlanePicture probability(DoubleBinaryOperator function) {
        int columns = width / CELL;
        int rows = height / CELL;
        Graphics2D graphics = canvas.graphics();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double value = function.applyAsDouble(plane.x(column, columns), plane.y(row, rows));
                graphics.setColor(Double.isNaN(value) ? Canvas.FAINT : Palette.between(value));
                graphics.fillRect(LEFT + column * CELL, TOP + row * CELL, CELL, CELL);
            }
        }
        return this;
    }

    /**
     * Draws the lines on which a function has one of some values: dark if it is one value, else pale, as a background.
     *
     * @return this
     */
    public PlanePicture contours(DoubleBinaryOperator function, double... levels) {
        int columns = width / CELL;
        int rows = height / CELL;
        double[][] values = new double[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values[row][column] = function.applyAsDouble(plane.x(column, columns), plane.y(row, rows));
            }
        }
        Graphics2D graphics = inside(levels.length == 1 ? Canvas.INK : Canvas.FAINT, 1);
        for (double level : levels) {
            for (Line2D piece : Contour.of(values, level)) {
                graphics.draw(new Line2D.Double(
                        LEFT + (piece.getX1() + 0.5) * CELL,
                        TOP + (piece.getY1() + 0.5) * CELL,
                        LEFT + (piece.getX2() + 0.5) * CELL,
                        TOP + (piece.getY2() + 0.5) * CELL));
            }
        }
        graphics.dispose();
        return this;
    }

    /**
     * Draws a point in the colour of its class.
     *
     * @param label the class, from 0
     * @return this
     */
    public PlanePicture point(double x, double y, int label) {
        Shape disc = new Ellipse2D.Double(pixelX(x) - POINT / 2, pixelY(y) - POINT / 2, POINT, POINT);
        Graphics2D graphics = inside(Palette.of(label), 1);
        graphics.fill(disc);
        graphics.setColor(Color.WHITE);
        graphics.draw(disc);
        graphics.dispose();
        return this;
    }

    /**
     * Draws a line through points, with a dot on each, in the colour of a number; what leaves the rectangle is cut off.
     *
     * @param color from 0, as of classes
     * @return this
     */
    public PlanePicture path(double[] x, double[] y, int color) {
        Path2D line = new Path2D.Double();
        Graphics2D graphics = inside(Palette.of(color), 1.5f);
        for (int i = 0; i < x.length; i++) {
            if (i == 0) {
                line.moveTo(pixelX(x[i]), pixelY(y[i]));
            } else {
                line.lineTo(pixelX(x[i]), pixelY(y[i]));
            }
            graphics.fill(new Ellipse2D.Double(pixelX(x[i]) - 2.5, pixelY(y[i]) - 2.5, 5, 5));
        }
        graphics.draw(line);
        graphics.dispose();
        return this;
    }

    /** Writes the picture, with its axes. */
    public void write(Path png, String xTitle, String yTitle) throws IOException {
        PngFile.write(png, draw(xTitle, yTitle));
    }

    /** Draws the axes; nothing can be added after it. */
    public BufferedImage draw(String xTitle, String yTitle) {
        Graphics2D graphics = canvas.graphics();
        graphics.setColor(Canvas.INK);
        graphics.drawRect(LEFT, TOP, width, height);
        Ticks xTicks = Ticks.between(plane.left(), plane.right(), MOST_TICKS);
        for (int i = 0; i < xTicks.count(); i++) {
            int x = (int) Math.round(pixelX(xTicks.value(i)));
            graphics.drawLine(x, TOP + height, x, TOP + height + 5);
            canvas.centered(xTicks.label(i), x, TOP + height + 20);
        }
        Ticks yTicks = Ticks.between(plane.bottom(), plane.top(), MOST_TICKS);
        for (int i = 0; i < yTicks.count(); i++) {
            int y = (int) Math.round(pixelY(yTicks.value(i)));
            graphics.drawLine(LEFT - 5, y, LEFT, y);
            canvas.endingAt(yTicks.label(i), LEFT - 9, y + 5);
        }
        canvas.centered(xTitle, LEFT + width / 2, HEIGHT - 14);
        canvas.upwards(yTitle, 20, TOP + height / 2);
        return canvas.finish();
    }

    /** Draws within the axes only. */
    private Graphics2D inside(Color color, float stroke) {
        Graphics2D graphics = (Graphics2D) canvas.graphics().create();
        graphics.clipRect(LEFT, TOP, width, height);
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke(stroke));
        return graphics;
    }

    private double pixelX(double x) {
        return LEFT + (x - plane.left()) / (plane.right() - plane.left()) * width;
    }

    private double pixelY(double y) {
        return TOP + (plane.top() - y) / (plane.top() - plane.bottom()) * height;
    }
}

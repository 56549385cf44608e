package org.nnlang.plots;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines y = f(x) in one picture, such as an activation and its derivative. */
public final class Curves {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 480;
    private static final int POINTS = 601;

    private final double from;
    private final double to;
    private final XYChart chart;

    /**
     * Starts a picture.
     *
     * @param from the smallest x
     * @param to the largest x
     * @throws IllegalArgumentException unless {@code from < to}, both finite
     */
    public Curves(String title, double from, double to) {
        if (!(from < to) || Double.isInfinite(to - from)) {
            throw new IllegalArgumentException("curves need a range, got " + from + " to " + to);
        }
        this.from = from;
        this.to = to;
        this.chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("x")
                .build();
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
    }

    /**
     * Adds a line. It has gaps where the function is infinite or not a number.
     *
     * @param name for the legend, once in a picture
     * @return this
     */
    public Curves add(String name, DoubleUnaryOperator function) {
        double[] x = new double[POINTS];
        double[] y = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            x[i] = (from + to) / 2 + (to - from) / 2 * place(2.0 * i / (POINTS - 1) - 1);
            double value = function.applyAsDouble(x[i]);
            y[i] = Double.isInfinite(value) ? Double.NaN : value;
        }
        chart.addSeries(name, x, y).setMarker(SeriesMarkers.NONE);
        return this;
    }

    /** Of -1..1 onto itself, denser in the middle. XChart would label equally spaced points themselves: -5.3, -4.6, ... */
    private static double place(double t) {
        return t * (3 + t * t) / 4;
    }

    /** Writes the picture. */
    public void write(Path png) throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        chart.paint(graphics, WIDTH, HEIGHT);
        graphics.dispose();
        PngFile.write(png, picture);
    }
}

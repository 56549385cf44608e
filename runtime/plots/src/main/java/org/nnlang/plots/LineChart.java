package org.nnlang.plots;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines through measured points in one picture, such as the losses of several trainings by epoch. */
public final class LineChart {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 480;
    private static final int MOST_MARKED = 40;
    private static final int MOST_LABELS = 16;
    private static final int SPACE_OF_POWERS = 64;

    private final XYChart chart;
    private boolean logarithmic;
    private int lines;

    /** Starts a picture with a linear axis each. */
    public LineChart(String title, String xTitle, String yTitle) {
        this.chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(xTitle)
                .yAxisTitle(yTitle)
                .build();
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setXAxisMaxLabelCount(MOST_LABELS);
        chart.getStyler().setXAxisTickLabelsFormattingFunction(LineChart::plain);
    }

    /**
     * Makes the axis of y logarithmic, before the first line is added: then there are gaps where y is not positive.
     *
     * @return this
     * @throws IllegalStateException if there is a line
     */
    public LineChart logarithmic() {
        if (lines > 0) {
            throw new IllegalStateException("choose the axis before the first line");
        }
        logarithmic = true;
        // XChart's own logarithmic axis marks and labels every decade, of which a vanishing gradient has forty.
        chart.getStyler().setYAxisTickLabelsFormattingFunction(LineChart::power);
        chart.getStyler().setYAxisTickMarkSpacingHint(SPACE_OF_POWERS);
        return this;
    }

    /**
     * Adds a line.
     *
     * @param name for the legend, once in a picture
     * @param x of each point
     * @param y of each point; there is a gap where it is not finite
     * @return this
     * @throws IllegalArgumentException if there is no point, or if there are not as many x as y
     */
    public LineChart add(String name, double[] x, double[] y) {
        if (x.length == 0 || x.length != y.length) {
            throw new IllegalArgumentException(
                    name + ": a line needs points, got " + x.length + " x and " + y.length + " y");
        }
        double[] finite = y.clone();
        for (int i = 0; i < finite.length; i++) {
            double value = logarithmic ? StrictMath.log10(finite[i]) : finite[i];
            finite[i] = Double.isInfinite(value) ? Double.NaN : value;
        }
        XYSeries series = chart.addSeries(name, x, finite);
        series.setLineColor(Palette.of(lines));
        series.setMarkerColor(Palette.of(lines));
        series.setMarker(x.length > MOST_MARKED ? SeriesMarkers.NONE : SeriesMarkers.CIRCLE);
        lines++;
        return this;
    }

    /** Writes the picture. */
    public void write(Path png) throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        chart.paint(graphics, WIDTH, HEIGHT);
        graphics.dispose();
        PngFile.write(png, picture);
    }

    /** Whole numbers without a point; XChart would write 5.0. */
    private static String plain(double x) {
        return x == Math.rint(x) ? Long.toString((long) x) : Double.toString(x);
    }

    /** What an exponent stands for. */
    private static String power(double exponent) {
        if (Math.abs(exponent) < 4) {
            return String.format(Locale.ROOT, "%.2g", StrictMath.pow(10, exponent));
        }
        return String.format(Locale.ROOT, "1e%.0f", exponent);
    }
}

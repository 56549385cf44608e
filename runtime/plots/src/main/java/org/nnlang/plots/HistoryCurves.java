package org.nnlang.plots;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.nnlang.training.History;

/**
 * What a training went through as a picture: a panel a value, such as the loss, with the epochs from left to right.
 *
 * <p>A value of the validation stands in the panel of the same value of training: where the two part, a network begins to learn its
 * examples by heart.
 */
public final class HistoryCurves {
    private static final int WIDTH = 720;
    private static final int PANEL_HEIGHT = 320;
    private static final int MOST_LABELS = 16;
    private static final String VALIDATION = "val_";
    private static final Color TRAINING_COLOR = new Color(0x1565C0);
    private static final Color VALIDATION_COLOR = new Color(0xEF6C00);

    private HistoryCurves() {}

    /**
     * Draws a history and writes it to a file.
     *
     * @throws IllegalArgumentException if it has no epoch
     */
    public static void write(Path png, History history) throws IOException {
        PngFile.write(png, draw(history));
    }

    /**
     * Draws a history: the loss on top, then the metrics; the learning rate and the seconds are left out.
     *
     * @throws IllegalArgumentException if it has no epoch
     */
    public static BufferedImage draw(History history) {
        List<String> values = values(history);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a history without epochs has no curves");
        }
        BufferedImage picture = new BufferedImage(WIDTH, PANEL_HEIGHT * values.size(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        for (String value : values) {
            panel(history, value).paint(graphics, WIDTH, PANEL_HEIGHT);
            graphics.translate(0, PANEL_HEIGHT);
        }
        graphics.dispose();
        return picture;
    }

    private static List<String> values(History history) {
        List<String> values = new ArrayList<>();
        for (String name : history.names()) {
            if (!name.startsWith(VALIDATION) && !name.equals(History.LEARNING_RATE) && !name.equals(History.SECONDS)) {
                values.add(name.equals("loss") ? 0 : values.size(), name);
            }
        }
        return values;
    }

    private static XYChart panel(History history, String value) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(PANEL_HEIGHT)
                .title(value)
                .xAxisTitle("epoch")
                .build();
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setXAxisMaxLabelCount(MOST_LABELS);
        chart.getStyler().setXAxisTickLabelsFormattingFunction(HistoryCurves::wholeNumber);
        chart.getStyler().setYAxisTickLabelsFormattingFunction(HistoryCurves::number);
        add(chart, "training", history.get(value), TRAINING_COLOR);
        if (history.names().contains(VALIDATION + value)) {
            add(chart, "validation", history.get(VALIDATION + value), VALIDATION_COLOR);
        }
        return chart;
    }

    private static void add(XYChart chart, String name, double[] values, Color color) {
        double[] epochs =
                IntStream.rangeClosed(1, values.length).asDoubleStream().toArray();
        chart.addSeries(name, epochs, values)
                .setMarker(SeriesMarkers.CIRCLE)
                .setMarkerColor(color)
                .setLineColor(color);
    }

    /** There is no epoch and a half, though XChart would mark it where epochs are few. */
    private static String wholeNumber(double epoch) {
        return epoch == Math.rint(epoch) ? Integer.toString((int) epoch) : "";
    }

    /** With a 0 before the point, which XChart leaves out of the least of an axis, and as an exponent where it is tiny. */
    static String number(double value) {
        BigDecimal number = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        return Math.abs(value) < 1e-4 ? number.toString() : number.toPlainString();
    }
}

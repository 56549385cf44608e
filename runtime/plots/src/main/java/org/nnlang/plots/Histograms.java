package org.nnlang.plots;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Histograms in rows and columns as one picture: such as one row an initializer and one column a layer.
 *
 * <p>Below each stand the ends of its range. The fullest bin of each is as high as its panel, so that shapes can be compared, not
 * counts.
 */
public final class Histograms {
    private static final int LEFT = 120;
    private static final int TOP = 76;
    private static final int RIGHT = 20;
    private static final int BOTTOM = 24;
    private static final int PANEL_WIDTH = 172;
    private static final int PANEL_HEIGHT = 92;
    private static final int GAP = 18;
    private static final int CAPTION = 16;
    private static final int ENDS = 18;
    private static final int ROW = CAPTION + PANEL_HEIGHT + ENDS + 12;

    private final List<String> columns;
    private final Canvas canvas;
    private final int rows;
    private final int height;
    private int drawn;

    /**
     * Starts a picture.
     *
     * @param xTitle what the numbers are
     * @param columns the titles of the columns
     * @param rows how many rows will be added
     * @throws IllegalArgumentException if there is no column or no row
     */
    public Histograms(String title, String xTitle, List<String> columns, int rows) {
        if (columns.isEmpty() || rows < 1) {
            throw new IllegalArgumentException(
                    "histograms need a column and a row, got " + columns.size() + " columns and " + rows + " rows");
        }
        this.columns = List.copyOf(columns);
        this.rows = rows;
        this.height = TOP + rows * ROW + BOTTOM;
        int width = LEFT + columns.size() * (PANEL_WIDTH + GAP) - GAP + RIGHT;
        this.canvas = new Canvas(width, height);
        canvas.graphics().setColor(Canvas.INK);
        canvas.font(Font.BOLD, 15);
        canvas.centered(title, width / 2, 28);
        canvas.font(Font.BOLD, 13);
        for (int column = 0; column < columns.size(); column++) {
            canvas.centered(columns.get(column), left(column) + PANEL_WIDTH / 2, TOP - 16);
        }
        canvas.font(Font.PLAIN, 13);
        canvas.centered(xTitle, (LEFT + width - RIGHT) / 2, height - 10);
    }

    /**
     * Adds the next row, from the top.
     *
     * @param name written before it
     * @param histograms one a column
     * @return this
     * @throws IllegalArgumentException if there are more or fewer histograms than columns
     * @throws IllegalStateException if all rows were added
     */
    public Histograms row(String name, List<Histogram> histograms) {
        if (histograms.size() != columns.size()) {
            throw new IllegalArgumentException(
                    name + ": " + columns.size() + " columns need as many histograms, got " + histograms.size());
        }
        if (drawn == rows) {
            throw new IllegalStateException("the picture has only " + rows + " rows");
        }
        int top = TOP + drawn * ROW + CAPTION;
        canvas.graphics().setColor(Canvas.INK);
        canvas.font(Font.BOLD, 13);
        canvas.endingAt(name, LEFT - 14, top + PANEL_HEIGHT / 2 + 5);
        for (int column = 0; column < histograms.size(); column++) {
            panel(histograms.get(column), left(column), top);
        }
        drawn++;
        return this;
    }

    /** Writes the picture. */
    public void write(Path png) throws IOException {
        PngFile.write(png, draw());
    }

    /** Ends the picture. */
    BufferedImage draw() {
        return canvas.finish();
    }

    private void panel(Histogram histogram, int left, int top) {
        Graphics2D graphics = canvas.graphics();
        long[] counts = histogram.counts();
        long highest = histogram.highest();
        graphics.setColor(Canvas.FAINT);
        graphics.drawRect(left, top, PANEL_WIDTH, PANEL_HEIGHT);
        graphics.setColor(Palette.of(0));
        for (int bin = 0; bin < counts.length; bin++) {
            int from = left + bin * PANEL_WIDTH / counts.length;
            int to = left + (bin + 1) * PANEL_WIDTH / counts.length;
            int high = bar(counts[bin], highest);
            graphics.fillRect(from, top + PANEL_HEIGHT - high, to - from, high);
        }
        canvas.font(Font.PLAIN, 11);
        graphics.setColor(Color.DARK_GRAY);
        canvas.centered(histogram.caption(), left + PANEL_WIDTH / 2, top - 4);
        graphics.setColor(Canvas.INK);
        graphics.drawString(end(histogram.from()), left, top + PANEL_HEIGHT + 14);
        canvas.endingAt(end(histogram.to()), left + PANEL_WIDTH, top + PANEL_HEIGHT + 14);
    }

    /** At least a pixel for what is not nothing. */
    private static int bar(long count, long highest) {
        if (count == 0) {
            return 0;
        }
        return (int) Math.max(1, Math.round((double) count / highest * (PANEL_HEIGHT - 4)));
    }

    private static int left(int column) {
        return LEFT + column * (PANEL_WIDTH + GAP);
    }

    /** Three digits are enough for the end of a range. */
    private static String end(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1000) {
            return Long.toString((long) value);
        }
        return String.format(Locale.ROOT, "%.3g", value);
    }
}

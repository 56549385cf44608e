package org.nnlang.plots;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.nnlang.training.metric.ConfusionMatrix;

/**
 * A confusion matrix as a picture: a row a class that examples are of, a column a class that they were taken for.
 *
 * <p>What is right is blue and what is wrong is red, the darker the larger its part of the row; mistakes are drawn darker than
 * their part, since they are what one looks for. Examples without a prediction are not shown.
 */
public final class ConfusionPicture {
    private static final int CELL = 52;
    private static final int MARGIN = 16;
    private static final Color RIGHT = new Color(0x1565C0);
    private static final Color WRONG = new Color(0xC62828);
    private static final Color LINE = new Color(0xDDDDDD);
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

    private final ConfusionMatrix matrix;
    private final Graphics2D graphics;
    private final int left;
    private final int top;

    private ConfusionPicture(ConfusionMatrix matrix, Graphics2D graphics, int left, int top) {
        this.matrix = matrix;
        this.graphics = graphics;
        this.left = left;
        this.top = top;
    }

    /** Draws a matrix and writes it to a file. */
    public static void write(Path png, ConfusionMatrix matrix) throws IOException {
        PngFile.write(png, draw(matrix));
    }

    /** Draws a matrix. */
    public static BufferedImage draw(ConfusionMatrix matrix) {
        int labelWidth = widestLabel(matrix);
        int left = MARGIN + 2 * FONT.getSize() + labelWidth;
        int top = MARGIN + 3 * FONT.getSize();
        int size = CELL * matrix.classes();
        BufferedImage picture =
                new BufferedImage(left + size + MARGIN, top + size + MARGIN, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.setFont(FONT);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        new ConfusionPicture(matrix, graphics, left, top).draw();
        graphics.dispose();
        return picture;
    }

    private static int widestLabel(ConfusionMatrix matrix) {
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        FontMetrics metrics = graphics.getFontMetrics(FONT);
        graphics.dispose();
        return matrix.labels().stream().mapToInt(metrics::stringWidth).max().orElse(0);
    }

    private void draw() {
        int classes = matrix.classes();
        graphics.setColor(Color.BLACK);
        text("predicted", left + CELL * classes / 2, MARGIN + FONT.getSize() / 2);
        graphics.rotate(-Math.PI / 2);
        text("actual", -(top + CELL * classes / 2), MARGIN);
        graphics.rotate(Math.PI / 2);
        for (int label = 0; label < classes; label++) {
            graphics.setColor(Color.BLACK);
            text(matrix.labels().get(label), center(left, label), top - FONT.getSize());
            int width = graphics.getFontMetrics().stringWidth(matrix.labels().get(label));
            text(matrix.labels().get(label), left - FONT.getSize() / 2 - width / 2, center(top, label));
            for (int predicted = 0; predicted < classes; predicted++) {
                cell(label, predicted);
            }
        }
    }

    private void cell(int actual, int predicted) {
        double count = matrix.count(actual, predicted);
        double all = matrix.actual(actual);
        double part = all == 0 ? 0 : count / all;
        // The square root lets one mistake in a thousand be seen.
        float strength = (float) (actual == predicted ? part : Math.sqrt(part));
        int x = left + CELL * predicted;
        int y = top + CELL * actual;
        graphics.setColor(mixed(actual == predicted ? RIGHT : WRONG, strength));
        graphics.fillRect(x, y, CELL, CELL);
        graphics.setColor(LINE);
        graphics.drawRect(x, y, CELL, CELL);
        if (count != 0) {
            graphics.setColor(strength > 0.6f ? Color.WHITE : Color.BLACK);
            text(number(count), center(left, predicted), center(top, actual));
        }
    }

    private static int center(int start, int index) {
        return start + CELL * index + CELL / 2;
    }

    private void text(String text, int x, int y) {
        FontMetrics metrics = graphics.getFontMetrics();
        int baseline = y + (metrics.getAscent() - metrics.getDescent()) / 2;
        graphics.drawString(text, x - metrics.stringWidth(text) / 2, baseline);
    }

    /** White for 0, the colour for 1. */
    private static Color mixed(Color color, float strength) {
        return new Color(
                mixed(color.getRed(), strength), mixed(color.getGreen(), strength), mixed(color.getBlue(), strength));
    }

    private static int mixed(int channel, float strength) {
        return Math.round(255 + (channel - 255) * strength);
    }

    private static String number(double count) {
        return String.format(Locale.ROOT, count == Math.rint(count) ? "%.0f" : "%.2f", count);
    }
}

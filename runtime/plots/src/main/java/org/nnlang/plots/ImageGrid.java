package org.nnlang.plots;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Captioned images in rows, magnified, as a PNG; mistakes are framed and captioned in red. */
public final class ImageGrid {
    private static final int MAGNIFICATION = 3;
    private static final int GAP = 8;
    private static final int FRAME = 2;
    private static final int CAPTION_HEIGHT = 20;
    private static final Color WRONG = new Color(0xC62828);

    private ImageGrid() {}

    /**
     * Draws images and writes them to a file.
     *
     * @param columns images in a row
     */
    public static void write(Path png, List<CaptionedImage> images, int columns) throws IOException {
        PngFile.write(png, draw(images, columns));
    }

    /**
     * Draws images of one size.
     *
     * @param columns images in a row
     * @throws IllegalArgumentException if there are none, or their sizes differ
     */
    public static BufferedImage draw(List<CaptionedImage> images, int columns) {
        if (images.isEmpty() || columns < 1) {
            throw new IllegalArgumentException(
                    "a grid needs images and columns, got " + images.size() + " and " + columns);
        }
        CaptionedImage first = images.get(0);
        int cellWidth = first.width() * MAGNIFICATION + GAP;
        int cellHeight = first.height() * MAGNIFICATION + CAPTION_HEIGHT + GAP;
        int rows = (images.size() + columns - 1) / columns;
        int width = Math.min(columns, images.size()) * cellWidth + GAP;
        BufferedImage picture = new BufferedImage(width, rows * cellHeight + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        for (int i = 0; i < images.size(); i++) {
            CaptionedImage image = images.get(i);
            if (image.width() != first.width() || image.height() != first.height()) {
                throw new IllegalArgumentException(
                        "images of one grid must have one size: number " + i + " has " + image.width() + " x "
                                + image.height() + ", the first " + first.width() + " x " + first.height());
            }
            drawCell(graphics, image, GAP + i % columns * cellWidth, GAP + i / columns * cellHeight);
        }
        graphics.dispose();
        return picture;
    }

    private static void drawCell(Graphics2D graphics, CaptionedImage image, int left, int top) {
        int width = image.width() * MAGNIFICATION;
        int height = image.height() * MAGNIFICATION;
        graphics.setColor(image.wrong() ? WRONG : Color.LIGHT_GRAY);
        graphics.fillRect(left - FRAME, top - FRAME, width + 2 * FRAME, height + 2 * FRAME);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                float level = image.level(x, y);
                graphics.setColor(new Color(level, level, level));
                graphics.fillRect(left + x * MAGNIFICATION, top + y * MAGNIFICATION, MAGNIFICATION, MAGNIFICATION);
            }
        }
        graphics.setColor(image.wrong() ? WRONG : Color.BLACK);
        FontMetrics metrics = graphics.getFontMetrics();
        int indent = (width - metrics.stringWidth(image.caption())) / 2;
        graphics.drawString(image.caption(), left + indent, top + height + FRAME + metrics.getAscent());
    }
}

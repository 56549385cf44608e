package org.nnlang.plots;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Pictures beside and below one another as one, row by row, for comparing them. */
public final class Sheet {
    private Sheet() {}

    /**
     * Writes pictures of one size.
     *
     * @param columns pictures in a row
     * @throws IllegalArgumentException if there is none, or their sizes differ
     */
    public static void write(Path png, List<BufferedImage> pictures, int columns) throws IOException {
        PngFile.write(png, of(pictures, columns));
    }

    /** Puts pictures of one size together; errors as in {@link #write}. */
    public static BufferedImage of(List<BufferedImage> pictures, int columns) {
        if (pictures.isEmpty() || columns < 1) {
            throw new IllegalArgumentException(
                    "a sheet needs pictures and columns, got " + pictures.size() + " and " + columns);
        }
        int width = pictures.get(0).getWidth();
        int height = pictures.get(0).getHeight();
        int rows = (pictures.size() + columns - 1) / columns;
        BufferedImage sheet = new BufferedImage(
                Math.min(columns, pictures.size()) * width, rows * height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < pictures.size(); i++) {
            BufferedImage picture = pictures.get(i);
            if (picture.getWidth() != width || picture.getHeight() != height) {
                throw new IllegalArgumentException("pictures of one sheet must have one size: number " + i + " has "
                        + picture.getWidth() + " x " + picture.getHeight() + ", the first " + width + " x " + height);
            }
            graphics.drawImage(picture, i % columns * width, i / columns * height, null);
        }
        graphics.dispose();
        return sheet;
    }
}

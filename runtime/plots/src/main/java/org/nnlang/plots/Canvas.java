package org.nnlang.plots;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** A white picture to draw smooth lines and text on. */
final class Canvas {
    static final Color INK = new Color(0x333333);
    static final Color FAINT = new Color(0xBBBBBB);

    private final BufferedImage picture;
    private final Graphics2D graphics;

    Canvas(int width, int height) {
        this.picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        font(Font.PLAIN, 13);
    }

    Graphics2D graphics() {
        return graphics;
    }

    /** What was drawn; nothing can be drawn after it. */
    BufferedImage finish() {
        graphics.dispose();
        return picture;
    }

    void font(int style, int size) {
        graphics.setFont(new Font(Font.SANS_SERIF, style, size));
    }

    int textWidth(String text) {
        return graphics.getFontMetrics().stringWidth(text);
    }

    /** Writes a line whose middle is at {@code x} and whose base line is at {@code y}. */
    void centered(String text, int x, int y) {
        graphics.drawString(text, x - textWidth(text) / 2, y);
    }

    /** Writes a line that ends at {@code x}. */
    void endingAt(String text, int x, int y) {
        graphics.drawString(text, x - textWidth(text), y);
    }

    /** Writes a line from below upwards, whose middle is at {@code y} and whose base line is at {@code x}. */
    void upwards(String text, int x, int y) {
        Graphics2D turned = (Graphics2D) graphics.create();
        turned.rotate(-StrictMath.PI / 2, x, y);
        turned.drawString(text, x - textWidth(text) / 2, y);
        turned.dispose();
    }
}

package org.nnlang.plots;

import java.util.ArrayList;
import java.util.List;

/**
 * Shows small grey images as text, several side by side, for a terminal or a log.
 *
 * @param style how a pixel becomes text
 * @param columns the characters of a line: as many images as fit stand side by side, and at least one
 * @param shrink 1 shows every pixel, 2 a half of each side, and so on
 */
public record TerminalImage(Style style, int columns, int shrink) {
    private static final String RESET = "\033[0m";
    private static final String RED = "\033[31m";
    private static final String RAMP = " .:-=+*#%@";

    /** How pixels become text; two of them stand above each other in one character, which is about twice as high as wide. */
    public enum Style {
        /** Two grey levels a character, for terminals of 256 colours. */
        HALF_BLOCKS,
        /** Denser characters for brighter pixels, without any colour: for pipes and where NO_COLOR is set. */
        GREY_RAMP
    }

    /** @throws IllegalArgumentException if columns or shrink are not positive */
    public TerminalImage {
        if (columns < 1 || shrink < 1) {
            throw new IllegalArgumentException("columns and shrink must be positive, got " + columns + ", " + shrink);
        }
    }

    /** The images with their captions below, each line ended by {@code \n}. */
    public String render(List<CaptionedImage> images) {
        StringBuilder text = new StringBuilder();
        List<CaptionedImage> row = new ArrayList<>();
        int used = 0;
        for (CaptionedImage image : images) {
            if (!row.isEmpty() && used + 1 + cellWidth(image) > columns) {
                appendRow(text, row);
                row.clear();
                used = 0;
            }
            used += (row.isEmpty() ? 0 : 1) + cellWidth(image);
            row.add(image);
        }
        appendRow(text, row);
        return text.toString();
    }

    private void appendRow(StringBuilder text, List<CaptionedImage> row) {
        int height = row.stream().mapToInt(this::lines).max().orElse(0);
        for (int line = 0; line < height; line++) {
            StringBuilder one = new StringBuilder();
            for (CaptionedImage image : row) {
                one.append(one.isEmpty() ? "" : " ");
                if (line < lines(image)) {
                    appendPixels(one, image, line);
                } else {
                    one.append(" ".repeat(imageWidth(image)));
                }
                one.append(" ".repeat(cellWidth(image) - imageWidth(image)));
            }
            text.append(one.toString().stripTrailing()).append('\n');
        }
        StringBuilder captions = new StringBuilder();
        for (CaptionedImage image : row) {
            captions.append(captions.isEmpty() ? "" : " ");
            appendCaption(captions, image);
        }
        text.append(row.isEmpty() ? "" : captions.toString().stripTrailing() + "\n");
    }

    private void appendPixels(StringBuilder text, CaptionedImage image, int line) {
        for (int column = 0; column < imageWidth(image); column++) {
            float upper = level(image, column, 2 * line);
            float lower = level(image, column, 2 * line + 1);
            if (style == Style.HALF_BLOCKS) {
                text.append("\033[38;5;").append(grey(upper));
                text.append(";48;5;").append(grey(lower)).append("m\u2580");
            } else {
                int step = Math.round((upper + lower) / 2 * (RAMP.length() - 1));
                text.append(RAMP.charAt(step));
            }
        }
        text.append(style == Style.HALF_BLOCKS ? RESET : "");
    }

    /** Mistakes are red, or where there are no colours marked by an exclamation mark. */
    private void appendCaption(StringBuilder text, CaptionedImage image) {
        String caption = caption(image);
        boolean red = image.wrong() && style == Style.HALF_BLOCKS;
        text.append(red ? RED : "").append(caption).append(red ? RESET : "");
        text.append(" ".repeat(cellWidth(image) - caption.length()));
    }

    private String caption(CaptionedImage image) {
        return image.caption() + (image.wrong() && style == Style.GREY_RAMP ? " !" : "");
    }

    /** The mean of the pixels that one shown pixel stands for. */
    private float level(CaptionedImage image, int column, int row) {
        float sum = 0;
        int count = 0;
        for (int y = row * shrink; y < Math.min((row + 1) * shrink, image.height()); y++) {
            for (int x = column * shrink; x < Math.min((column + 1) * shrink, image.width()); x++) {
                sum += image.level(x, y);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /** Of the 256 colours, black is number 16, and the greys are 232 to 255. */
    private static int grey(float level) {
        int step = Math.round(level * 24);
        return step == 0 ? 16 : 231 + step;
    }

    private int imageWidth(CaptionedImage image) {
        return (image.width() + shrink - 1) / shrink;
    }

    private int lines(CaptionedImage image) {
        return (image.height() + 2 * shrink - 1) / (2 * shrink);
    }

    private int cellWidth(CaptionedImage image) {
        return Math.max(imageWidth(image), caption(image).length());
    }
}

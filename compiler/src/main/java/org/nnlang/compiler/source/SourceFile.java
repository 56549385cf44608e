package org.nnlang.compiler.source;

import java.util.Arrays;

/**
 * The text of one `.nn` file with the places where its lines begin.
 *
 * <p>Offsets everywhere in the compiler are UTF-16 units of {@link #text()}, so that a span is a substring; only people are
 * shown code points.
 */
public final class SourceFile {
    private final String name;
    private final String text;
    private final int[] lineStarts;

    /**
     * Wraps a text.
     *
     * @param name how diagnostics and generated comments call the file: relative to its source folder, with forward slashes
     * @param text the whole text, with any of the three line ends
     */
    public SourceFile(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[text.length() + 1];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean carriageReturnOfPair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !carriageReturnOfPair)) {
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    /** How people call the file. */
    public String name() {
        return name;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** The number of lines; an empty file has one. */
    public int lineCount() {
        return lineStarts.length;
    }

    /** The text of a line, counted from 1, without its line end. */
    public String line(int number) {
        int start = lineStarts[number - 1];
        int end = number == lineStarts.length ? text.length() : lineStarts[number];
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The offset where a line begins, counted from 1. */
    public int lineStart(int number) {
        return lineStarts[number - 1];
    }

    /** The line and column of an offset. */
    public SourcePosition position(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        int column = text.codePointCount(lineStarts[line], Math.min(offset, text.length()));
        return new SourcePosition(line + 1, column + 1);
    }

    @Override
    public String toString() {
        return name;
    }
}

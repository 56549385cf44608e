package org.nnlang.compiler.source;

/**
 * A stretch of one file's text.
 *
 * @param file the file
 * @param start the offset of the first UTF-16 unit
 * @param end the offset after the last one
 */
public record Span(SourceFile file, int start, int end) {
    /** The line and column where it begins. */
    public SourcePosition position() {
        return file.position(start);
    }

    /** The text that it covers. */
    public String text() {
        return file.text().substring(start, end);
    }

    /** From the beginning of this span to the end of another one of the same file. */
    public Span to(Span last) {
        return new Span(file, start, Math.max(end, last.end));
    }

    /** The empty span after its last character. */
    public Span after() {
        return new Span(file, end, end);
    }

    /** The place as {@code file:line:column}. */
    @Override
    public String toString() {
        return file.name() + ":" + position();
    }
}

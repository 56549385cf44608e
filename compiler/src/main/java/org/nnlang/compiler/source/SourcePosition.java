package org.nnlang.compiler.source;

/**
 * A place as people count it.
 *
 * @param line from 1
 * @param column from 1, in code points
 */
public record SourcePosition(int line, int column) {
    @Override
    public String toString() {
        return line + ":" + column;
    }
}

package org.nnlang.csv;

import java.io.IOException;
import java.nio.file.Path;

/** Says which line of a CSV file does not fit, why, and what to do. */
public final class CsvException extends IOException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final long line;

    CsvException(Path file, long line, String message) {
        super(file + ":" + line + ": " + message);
        this.file = file.toString();
        this.line = line;
    }

    CsvException(Path file, long line, String message, Throwable cause) {
        super(file + ":" + line + ": " + message, cause);
        this.file = file.toString();
        this.line = line;
    }

    /** The file. */
    public Path file() {
        return Path.of(file);
    }

    /** The line, from 1; of a record of several lines, the first. */
    public long line() {
        return line;
    }
}

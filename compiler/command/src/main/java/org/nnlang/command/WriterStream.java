package org.nnlang.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** A stream whose text goes to a writer at each flush: progress is printed to streams, the command prints to writers. */
final class WriterStream extends ByteArrayOutputStream {
    private final PrintWriter writer;

    private WriterStream(PrintWriter writer) {
        this.writer = writer;
    }

    static PrintStream to(PrintWriter writer) {
        return new PrintStream(new WriterStream(writer), false, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void flush() throws IOException {
        super.flush();
        writer.print(toString(StandardCharsets.UTF_8));
        writer.flush();
        reset();
    }
}

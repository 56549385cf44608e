package org.nnlang.runtime.train.progress;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nnlang.runtime.train.Progress;

/** The standard output of this process. */
public final class Console {
    private static final Path LINUX_OUTPUT = Path.of("/proc/self/fd/1");

    private Console() {}

    /** Keras' bar if the standard output is a terminal, else one line an epoch. */
    public static Progress progress() {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        return isTerminal() ? new KerasBar(out, System::nanoTime) : new PlainLines(out, System::nanoTime);
    }

    /** Whether somebody looks at the standard output on a terminal that can draw over a line. */
    public static boolean isTerminal() {
        if ("dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        // System.console() wants a terminal as input too, and from Java 22 to 24 is there without any.
        if (Files.isSymbolicLink(LINUX_OUTPUT)) {
            try {
                String target = Files.readSymbolicLink(LINUX_OUTPUT).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            } catch (IOException e) {
                return false;
            }
        }
        return System.console() != null;
    }
}

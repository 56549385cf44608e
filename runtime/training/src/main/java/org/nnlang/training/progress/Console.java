package org.nnlang.training.progress;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nnlang.training.Progress;

/** The standard output of this process. */
public final class Console {
    private static final Path LINUX_OUTPUT = Path.of("/proc/self/fd/1");

    private Console() {}

    /** Keras' bar if the standard output is a terminal, else one line an epoch, to {@code System.out}. */
    public static Progress progress() {
        if (!isTerminal()) {
            return new PlainLines(System.out, System::nanoTime);
        }
        // System.out would write the bar's line as question marks where Java's default is not UTF-8.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        return new KerasBar(out, System::nanoTime);
    }

    /**
     * Whether somebody looks at the standard output on a terminal that can draw over a line.
     *
     * <p>Known to be wrong only outside of Linux on Java 22 to 24, where every process seems to have a console.
     */
    // Console.isTerminal(), which would tell, is newer than Java 17.
    @SuppressWarnings("SystemConsoleNull")
    public static boolean isTerminal() {
        if ("dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        // System.console() wants a terminal as input too.
        return Files.isSymbolicLink(LINUX_OUTPUT) ? isTerminal(LINUX_OUTPUT) : System.console() != null;
    }

    private static boolean isTerminal(Path link) {
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            // Where it cannot be told, plain lines are readable everywhere.
            return false;
        }
    }
}

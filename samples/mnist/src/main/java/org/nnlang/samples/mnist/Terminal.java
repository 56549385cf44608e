package org.nnlang.samples.mnist;

import java.io.Console;
import org.nnlang.plots.TerminalImage;

/** What the place that reads the output can show. */
final class Terminal {
    private Terminal() {}

    /** Shades of grey on a terminal that knows colours; characters in files, in pipes and where NO_COLOR is set. */
    static TerminalImage.Style style() {
        String term = System.getenv("TERM");
        boolean colors = term != null && !term.equals("dumb") && System.getenv("NO_COLOR") == null && isTerminal();
        return colors ? TerminalImage.Style.HALF_BLOCKS : TerminalImage.Style.GREY_RAMP;
    }

    /** Without a terminal there is no console on some versions of Java, and on others one that can be asked. */
    @SuppressWarnings("SystemConsoleNull") // both cases are told apart below
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true; // before Java 22
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Console.isTerminal cannot be called", e);
        }
    }
}

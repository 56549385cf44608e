package org.nnlang.command;

import java.io.Console;

/** Whether a person is looking. */
final class Terminal {
    private Terminal() {}

    /** Whether to write colours: on a terminal that knows them, unless NO_COLOR is set. */
    static boolean isColored() {
        String term = System.getenv("TERM");
        return isInteractive() && System.getenv("NO_COLOR") == null && term != null && !term.equals("dumb");
    }

    /** Up to JDK 21 there is no console where input or output is no terminal; from 22 on there is one, which tells. */
    @SuppressWarnings("SystemConsoleNull") // both cases are told apart below
    private static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Console.isTerminal cannot be called", e);
        }
    }
}

package org.nnlang.command;

import java.util.Locale;

/** A line that shows how much of a file has come. */
final class ProgressBar {
    private static final int WIDTH = 30;
    private static final double MEGABYTE = 1e6;

    private ProgressBar() {}

    /**
     * The line, without its end.
     *
     * @param size the size of the whole in bytes, or negative where it is not known
     */
    static String line(String name, long done, long size) {
        if (size <= 0) {
            return String.format(Locale.ROOT, "%-28s %.1f MB", name, done / MEGABYTE);
        }
        int filled = (int) Math.min(WIDTH, WIDTH * done / size);
        String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
        return String.format(Locale.ROOT, "%-28s [%s] %.1f of %.1f MB", name, bar, done / MEGABYTE, size / MEGABYTE);
    }
}

package org.nnlang.runtime.io;

/** Text from a file made fit for an error message: short, and without control characters. */
final class Printable {
    private static final int MAXIMUM_LENGTH = 80;

    private Printable() {}

    /** The text in quotes. */
    static String of(String text) {
        return "'" + plain(text) + "'";
    }

    static String plain(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().limit(MAXIMUM_LENGTH).forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                printable.append(String.format("\\u%04x", c));
            } else {
                printable.appendCodePoint(c);
            }
        });
        if (text.codePointCount(0, text.length()) > MAXIMUM_LENGTH) {
            printable.append("...");
        }
        return printable.toString();
    }
}

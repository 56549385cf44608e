package org.nnlang.compiler.syntax;

/** Where each code point of a text begins, in UTF-16 units: ANTLR counts the former, spans the latter. */
final class Offsets {
    private final int[] units;

    Offsets(String text) {
        units = new int[text.codePointCount(0, text.length()) + 1];
        int unit = 0;
        for (int i = 0; i < units.length - 1; i++) {
            units[i] = unit;
            unit += Character.charCount(text.codePointAt(unit));
        }
        units[units.length - 1] = unit;
    }

    /** The offset of a code point; the end of the text for any beyond it. */
    int at(int codePoint) {
        return units[Math.min(codePoint, units.length - 1)];
    }
}

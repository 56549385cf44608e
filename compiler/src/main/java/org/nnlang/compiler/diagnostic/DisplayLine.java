package org.nnlang.compiler.diagnostic;

/**
 * A source line as a terminal shows it: tabs expanded, wide characters counted as two columns, and only a part of a very long
 * line.
 */
final class DisplayLine {
    private static final int TAB = 4;
    private static final int WIDEST = 140;
    private static final int BEFORE = 40;
    private static final String CUT = "...";

    private final String text;
    private final int[] columns;

    /**
     * Lays a line out.
     *
     * @param line the line without its end
     * @param focus the offset in the line that must stay visible
     */
    DisplayLine(String line, int focus) {
        StringBuilder shown = new StringBuilder();
        int[] places = new int[line.length() + 1];
        int from = line.length() > WIDEST ? Math.max(0, Math.min(focus - BEFORE, line.length() - WIDEST)) : 0;
        int to = Math.min(line.length(), from + WIDEST);
        int column = 0;
        if (from > 0) {
            shown.append(CUT);
            column = CUT.length();
        }
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            int units = Character.charCount(character);
            for (int unit = 0; unit < units; unit++) {
                places[i + unit] = column;
            }
            if (i >= from && i < to) {
                int width = width(character, column);
                if (character == '\t' || Character.isISOControl(character)) {
                    shown.append(" ".repeat(width));
                } else {
                    shown.appendCodePoint(character);
                }
                column += width;
            }
            i += units;
        }
        places[line.length()] = column;
        this.text = shown + (to < line.length() ? CUT : "");
        this.columns = places;
    }

    private static int width(int character, int column) {
        if (character == '\t') {
            return TAB - column % TAB;
        }
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(character) ? 2 : 1;
    }

    /** The blocks that terminals show two columns wide: CJK, Hangul, full-width forms and pictographs. */
    private static boolean isWide(int character) {
        return (character >= 0x1100 && character <= 0x115F)
                || (character >= 0x2E80 && character <= 0xA4CF)
                || (character >= 0xAC00 && character <= 0xD7A3)
                || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0xFE30 && character <= 0xFE6F)
                || (character >= 0xFF00 && character <= 0xFF60)
                || (character >= 0xFFE0 && character <= 0xFFE6)
                || (character >= 0x1F300 && character <= 0x1FAFF)
                || (character >= 0x20000 && character <= 0x3FFFD);
    }

    /** The line as it is shown. */
    String text() {
        return text;
    }

    /** The column of an offset in the line, from 0. */
    int column(int offset) {
        return columns[Math.min(offset, columns.length - 1)];
    }
}

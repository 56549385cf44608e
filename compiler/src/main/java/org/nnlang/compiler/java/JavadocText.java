package org.nnlang.compiler.java;

/** Text of a `.nn` file made safe for Javadoc, where a comment's end, a tag, HTML or a Unicode escape would be read as such. */
final class JavadocText {
    private JavadocText() {}

    /** One line or several, for use between tags or after them. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '@' -> safe.append("&#64;");
                case '\\' -> safe.append("&#92;");
                case '{' -> safe.append("&#123;");
                case '}' -> safe.append("&#125;");
                case '/' -> safe.append(i > 0 && text.charAt(i - 1) == '*' ? "&#47;" : "/");
                default -> safe.append(Character.isISOControl(c) && c != '\n' ? ' ' : c);
            }
        }
        return safe.toString();
    }

    /** A documentation text: its blank lines begin paragraphs. */
    static String paragraphs(String text) {
        String[] lines = text.strip().split("\\R", -1);
        StringBuilder safe = new StringBuilder();
        boolean blank = false;
        for (String line : lines) {
            if (line.isBlank()) {
                blank = true;
                continue;
            }
            safe.append(blank ? "\n\n<p>" : safe.length() == 0 ? "" : "\n");
            safe.append(escape(line.strip()));
            blank = false;
        }
        return safe.toString();
    }

    /** One line for an end-of-line comment: javac reads Unicode escapes there too. */
    static String comment(String text) {
        return text.replaceAll("\\s+", " ").strip().replace("\\", "\\ ");
    }
}

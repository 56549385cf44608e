package org.nnlang.runtime.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.runtime.ModelFormatException;

/**
 * Reads the Python literal that describes an npy file: a dictionary of strings, words, integers, tuples and lists.
 *
 * <p>The result is told in JSON's terms, a tuple being a list. Escapes in strings are refused: no type needs one.
 */
final class PythonLiteralReader {
    private static final int MAXIMUM_DEPTH = 8;

    private final String text;
    private final String where;
    private int position;
    private int depth;

    private PythonLiteralReader(String text, String where) {
        this.text = text;
        this.where = where;
    }

    /**
     * Reads one literal that fills the whole text.
     *
     * @param where how errors name the text
     */
    static Json read(String text, String where) throws ModelFormatException {
        PythonLiteralReader reader = new PythonLiteralReader(text, where);
        Json value = reader.value();
        if (reader.position < text.length()) {
            throw reader.problem("expected the end");
        }
        return value;
    }

    private Json value() throws ModelFormatException {
        skipBlanks();
        char c = peek();
        Json value = switch (c) {
            case '{' -> dictionary();
            case '(' -> items(')');
            case '[' -> items(']');
            case '\'', '"' -> new Json.Text(string());
            default -> Character.isDigit(c) || c == '-' ? new Json.Digits(run()) : new Json.Word(run());
        };
        skipBlanks();
        return value;
    }

    private Json dictionary() throws ModelFormatException {
        Map<String, Json> members = new LinkedHashMap<>();
        open();
        while (peek() != '}') {
            String key = string();
            skipBlanks();
            expect(':');
            if (members.put(key, value()) != null) {
                throw problem("the key " + Printable.of(key) + " is there twice");
            }
            separator('}');
        }
        close();
        return new Json.Members(members);
    }

    private Json items(char end) throws ModelFormatException {
        List<Json> items = new ArrayList<>();
        open();
        while (peek() != end) {
            items.add(value());
            separator(end);
        }
        close();
        return new Json.Items(items);
    }

    private void open() throws ModelFormatException {
        if (++depth > MAXIMUM_DEPTH) {
            throw problem("nested deeper than " + MAXIMUM_DEPTH);
        }
        position++;
        skipBlanks();
    }

    private void close() {
        depth--;
        position++;
    }

    /** A comma, which Python also allows after the last item. */
    private void separator(char end) throws ModelFormatException {
        if (peek() != end) {
            expect(',');
            skipBlanks();
        }
    }

    private String string() throws ModelFormatException {
        char quote = peek();
        if (quote != '\'' && quote != '"') {
            throw problem("expected a string");
        }
        int start = ++position;
        while (peek() != quote) {
            if (peek() == '\\' || peek() == '\n') {
                throw problem("no escapes or line ends in a string");
            }
            position++;
        }
        return text.substring(start, position++);
    }

    private String run() throws ModelFormatException {
        int start = position;
        position += peek() == '-' ? 1 : 0;
        while (position < text.length() && Character.isLetterOrDigit(text.charAt(position))) {
            position++;
        }
        if (position == start) {
            throw problem("expected a value");
        }
        return text.substring(start, position);
    }

    private void skipBlanks() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private char peek() throws ModelFormatException {
        if (position >= text.length()) {
            throw problem("the text ends too early");
        }
        return text.charAt(position);
    }

    private void expect(char c) throws ModelFormatException {
        if (peek() != c) {
            throw problem("expected '" + c + "'");
        }
        position++;
    }

    private ModelFormatException problem(String what) {
        String found = text.substring(position, Math.min(position + 20, text.length()));
        return new ModelFormatException(where + ": bad description at character " + position + ": " + what + ", found "
                + (found.isEmpty() ? "the end" : Printable.of(found)));
    }
}

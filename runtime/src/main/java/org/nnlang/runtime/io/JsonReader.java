package org.nnlang.runtime.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nnlang.runtime.ModelFormatException;

/**
 * A strict reader of JSON (RFC 8259) for text that nobody vouches for.
 *
 * <p>It refuses what lenient readers let pass and then disagree about: duplicate keys, unpaired surrogates, control
 * characters, anything after the value, and nesting beyond {@value #MAXIMUM_DEPTH}.
 */
final class JsonReader {
    static final int MAXIMUM_DEPTH = 32;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?");
    private static final List<String> WORDS = List.of("true", "false", "null");

    private final String text;
    private final String where;
    private int position;
    private int depth;

    private JsonReader(String text, String where) {
        this.text = text;
        this.where = where;
    }

    /**
     * Reads one value that fills the whole text.
     *
     * @param where how errors name the text
     */
    static Json read(String text, String where) throws ModelFormatException {
        JsonReader reader = new JsonReader(text, where);
        Json value = reader.value();
        if (reader.position < text.length()) {
            throw reader.problem("expected the end");
        }
        return value;
    }

    private Json value() throws ModelFormatException {
        skipBlanks();
        Json value = switch (peek()) {
            case '{' -> members();
            case '[' -> items();
            case '"' -> new Json.Text(string());
            case 't', 'f', 'n' -> word();
            default -> number();
        };
        skipBlanks();
        return value;
    }

    private Json members() throws ModelFormatException {
        Map<String, Json> members = new LinkedHashMap<>();
        open();
        if (!take('}')) {
            do {
                skipBlanks();
                int start = position;
                String key = string();
                skipBlanks();
                expect(':');
                if (members.put(key, value()) != null) {
                    position = start;
                    throw problem("the key " + Printable.of(key) + " is there twice");
                }
            } while (take(','));
            expect('}');
        }
        depth--;
        return new Json.Members(members);
    }

    private Json items() throws ModelFormatException {
        List<Json> items = new ArrayList<>();
        open();
        if (!take(']')) {
            do {
                items.add(value());
            } while (take(','));
            expect(']');
        }
        depth--;
        return new Json.Items(items);
    }

    private void open() throws ModelFormatException {
        if (++depth > MAXIMUM_DEPTH) {
            throw problem("nested deeper than " + MAXIMUM_DEPTH);
        }
        position++;
        skipBlanks();
    }

    private String string() throws ModelFormatException {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(position);
            if (c < ' ') {
                throw problem("a control character must be escaped");
            }
            position++;
            string.append(c == '\\' ? escaped() : c);
        }
        requirePairs(string);
        position++;
        return string.toString();
    }

    private char escaped() throws ModelFormatException {
        char c = peek();
        position++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw problem("unknown escape");
        };
    }

    private char unicode() throws ModelFormatException {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            // Not Character.digit alone, which takes the digits of every script.
            int digit = peek() < 0x80 ? Character.digit(peek(), 16) : -1;
            if (digit < 0) {
                throw problem("expected four hexadecimal digits");
            }
            code = code * 16 + digit;
            position++;
        }
        return (char) code;
    }

    private void requirePairs(CharSequence string) throws ModelFormatException {
        for (int i = 0; i < string.length(); i++) {
            if (Character.isSurrogate(string.charAt(i))) {
                boolean pair =
                        i + 1 < string.length() && Character.isSurrogatePair(string.charAt(i), string.charAt(i + 1));
                if (!pair) {
                    throw problem("half of a surrogate pair in a string");
                }
                i++;
            }
        }
    }

    private Json number() throws ModelFormatException {
        Matcher matcher = NUMBER.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            throw problem("expected a value");
        }
        position = matcher.end();
        return new Json.Digits(matcher.group());
    }

    private Json word() throws ModelFormatException {
        for (String word : WORDS) {
            if (text.startsWith(word, position)) {
                position += word.length();
                return new Json.Word(word);
            }
        }
        throw problem("expected a value");
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

    private boolean take(char c) throws ModelFormatException {
        boolean there = peek() == c;
        if (there) {
            position++;
        }
        return there;
    }

    private void expect(char c) throws ModelFormatException {
        if (!take(c)) {
            throw problem("expected '" + c + "'");
        }
    }

    private ModelFormatException problem(String what) {
        String found = position < text.length()
                ? Printable.of(text.substring(position, Math.min(position + 20, text.length())))
                : "the end";
        return new ModelFormatException(
                where + ": bad JSON at character " + position + ": " + what + ", found " + found);
    }
}

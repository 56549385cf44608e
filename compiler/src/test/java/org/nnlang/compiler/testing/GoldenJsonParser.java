package org.nnlang.compiler.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reader of well-formed JSON, enough for reference numbers that we vouch for. */
final class GoldenJsonParser {
    private static final Pattern TOKEN = Pattern.compile("[\\[\\]{},:]|\"(?:[^\"\\\\]|\\\\.)*+\"|[-+.\\w]++");

    private final Matcher tokens;
    private String token = "";

    GoldenJsonParser(String text) {
        tokens = TOKEN.matcher(text);
        advance();
    }

    private void advance() {
        token = tokens.find() ? tokens.group() : "";
    }

    /** The next value. */
    Object value() {
        String first = token;
        advance();
        if (first.equals("{")) {
            return members();
        }
        if (first.equals("[")) {
            return items();
        }
        if (first.startsWith("\"")) {
            return first.substring(1, first.length() - 1);
        }
        return switch (first) {
            case "true", "false", "null" -> first;
            default -> Double.valueOf(first);
        };
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        while (!token.equals("}")) {
            String key = (String) value();
            expect(":");
            members.put(key, value());
            skipComma();
        }
        expect("}");
        return members;
    }

    private List<Object> items() {
        List<Object> items = new ArrayList<>();
        while (!token.equals("]")) {
            items.add(value());
            skipComma();
        }
        expect("]");
        return items;
    }

    private void skipComma() {
        if (token.equals(",")) {
            advance();
        }
    }

    private void expect(String expected) {
        if (!token.equals(expected)) {
            throw new AssertionError("expected " + expected + ", found " + token);
        }
        advance();
    }
}

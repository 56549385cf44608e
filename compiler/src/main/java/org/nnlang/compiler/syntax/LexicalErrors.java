package org.nnlang.compiler.syntax;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.source.Span;
import org.nnlang.grammar.NnLexer;

/** Words that the grammar has no place for wherever they stand, found before anything is parsed. */
final class LexicalErrors {
    private static final Map<String, String> HELP = Map.ofEntries(
            Map.entry("&", "the conjunction is written `and`"),
            Map.entry("|", "the disjunction is written `or`, and a pipe `->`"),
            Map.entry("!", "the negation is written `not`"),
            Map.entry(";", "nothing separates statements: leave it out"),
            Map.entry("#", "a comment begins with `//`"),
            Map.entry("'", "text stands between double quotes: `\"...\"`"),
            Map.entry("@", "the product of a matrix and a row is `dot(W, x)`"),
            Map.entry("$", "a value is put into a text by `{name}`"),
            Map.entry("\u2192", "the pipe is written `->`"),
            Map.entry("\u2212", "minus is written `-`"),
            Map.entry("\u2013", "minus is written `-`"),
            Map.entry("\u00d7", "times is written `*`"),
            Map.entry("\u00b7", "times is written `*`"),
            Map.entry("\u00f7", "division is written `/`"),
            Map.entry("\u2264", "at most is written `<=`"),
            Map.entry("\u2265", "at least is written `>=`"),
            Map.entry("\u2260", "unequal is written `!=`"),
            Map.entry("\u201c", "text stands between straight quotes: `\"...\"`"),
            Map.entry("\u201d", "text stands between straight quotes: `\"...\"`"));

    private final Tokens tokens;
    private final Map<Integer, Diagnostic> found = new TreeMap<>();

    private LexicalErrors(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The errors by the index of the token at which each begins. */
    static Map<Integer, Diagnostic> find(Tokens tokens) {
        LexicalErrors errors = new LexicalErrors(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            Diagnostic error = errors.at(i);
            if (error != null) {
                errors.found.put(i, error);
                if (error.code() == Code.UNTERMINATED_COMMENT) {
                    break;
                }
            }
        }
        return errors.found;
    }

    private @Nullable Diagnostic at(int i) {
        return switch (tokens.type(i)) {
            case NnLexer.STRAY -> stray(i);
            case NnLexer.DIVIDE ->
                pair(i, NnLexer.TIMES)
                        ? Diagnostic.of(
                                        Code.UNTERMINATED_COMMENT,
                                        tokens.span(i, i + 1),
                                        "this comment has no end",
                                        "it begins here")
                                .help("close it by `*/`, or begin each of its lines with `//`")
                        : null;
            case NnLexer.TIMES -> times(i);
            case NnLexer.ASSIGN -> pair(i, NnLexer.GREATER) ? unexpected(i, i + 1, "the pipe is written `->`") : null;
            case NnLexer.COLON ->
                pair(i, NnLexer.ASSIGN) ? unexpected(i, i + 1, "a name is bound by `let name = ...`") : null;
            case NnLexer.DOT ->
                pair(i, NnLexer.NUMBER) && !tokens.adjacent(i - 1) ? number(i, i + 1, "0." + tokens.text(i + 1)) : null;
            case NnLexer.NUMBER -> number(i);
            default -> null;
        };
    }

    private boolean pair(int i, int next) {
        return tokens.adjacent(i) && tokens.type(i + 1) == next;
    }

    private @Nullable Diagnostic times(int i) {
        if (pair(i, NnLexer.TIMES)) {
            return unexpected(i, i + 1, "a power is written `x ^ 2`");
        }
        return pair(i, NnLexer.DIVIDE) ? unexpected(i, i + 1, "no comment is open here; comments do not nest") : null;
    }

    private Diagnostic stray(int i) {
        String text = tokens.text(i);
        if (text.equals("\"")) {
            Span quote = tokens.span(i);
            int line = tokens.line(i);
            int end = quote.file().lineStart(line) + quote.file().line(line).length();
            return Diagnostic.of(
                            Code.UNTERMINATED_STRING,
                            new Span(quote.file(), quote.start(), Math.max(end, quote.end())),
                            "this text has no end",
                            "it begins here")
                    .help("close it by `\"` on the same line");
        }
        if (text.equals("?")) {
            return Diagnostic.of(Code.FOREIGN_CONDITIONAL, tokens.span(i), "there is no `?:`", "unexpected")
                    .help("write `if condition then a else b`");
        }
        int last = i;
        while (pair(last, NnLexer.STRAY) && tokens.text(last + 1).equals(text)) {
            last++;
        }
        return unexpected(i, last, HELP.getOrDefault(text, ""));
    }

    private @Nullable Diagnostic number(int i) {
        if (pair(i, NnLexer.DOT) && !pair(i + 1, NnLexer.NAME)) {
            return number(i, i + 1, tokens.text(i) + ".0");
        }
        if (pair(i, NnLexer.NAME)) {
            String suffix = tokens.text(i + 1);
            if (tokens.text(i).equals("0") && suffix.matches("[xXbBoO].*")) {
                return malformed(i, i + 1).help("numbers are written in decimal");
            }
            if (suffix.matches("[eE]|[fFdDlL]|_+|[eE]_.*")) {
                return number(i, i + 1, tokens.text(i));
            }
            return malformed(i, i + 1).help("a product needs its sign: `" + tokens.text(i) + " * " + suffix + "`");
        }
        return pair(i, NnLexer.NUMBER) ? malformed(i, i + 1) : null;
    }

    private Diagnostic number(int first, int last, String better) {
        return malformed(first, last).help("write `" + better + "`");
    }

    private Diagnostic malformed(int first, int last) {
        Span span = tokens.span(first, last);
        return Diagnostic.of(Code.BAD_NUMBER, span, "`" + span.text() + "` is not a number", "malformed");
    }

    private Diagnostic unexpected(int first, int last, String help) {
        Span span = tokens.span(first, last);
        Diagnostic error = Diagnostic.of(
                Code.UNEXPECTED_TEXT, span, "unexpected `" + span.text() + "`", "not part of the language");
        return help.isEmpty() ? error : error.help(help);
    }
}

package org.nnlang.compiler.syntax;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.grammar.NnLexer;

/** Slips of people who know other languages: what they wrote, and how it is written here. */
final class ForeignWords {
    private ForeignWords() {}

    /** Describes the token at a position if it is such a slip. */
    static @Nullable Diagnostic describe(Lexed lexed, List<Token> part, int position) {
        Token token = part.get(position);
        Token next = position + 1 < part.size() ? part.get(position + 1) : null;
        Token before = position > 0 ? part.get(position - 1) : null;
        for (Token word : part.subList(0, position + 1)) {
            if (word.getType() == NnLexer.STRAY) {
                return stray(lexed, word);
            }
        }
        if (token.getType() == NnLexer.TIMES && Words.isOneOf(before, NnLexer.TIMES)) {
            return slip(lexed, token, "there is no operator `**`", "a power is written `x ^ 2`");
        }
        if (Words.isOneOf(token, NnLexer.DOT) && Words.isOneOf(next, NnLexer.NUMBER)) {
            return number(lexed, token, "a number begins with a digit", "write `0." + text(next) + "`");
        }
        if (Words.isOneOf(before, NnLexer.DOT) && Words.isOneOf(token, NnLexer.NUMBER)) {
            return number(lexed, token, "a number begins with a digit", "write `0." + token.getText() + "`");
        }
        if (Words.isOneOf(before, NnLexer.NUMBER) && Words.isOneOf(token, NnLexer.DOT)) {
            return number(lexed, token, "a number ends with a digit", "write `" + text(before) + ".0`");
        }
        Token number = position > 1 ? part.get(position - 2) : null;
        boolean pointBefore = Words.isOneOf(before, NnLexer.DOT) && Words.isOneOf(number, NnLexer.NUMBER);
        if (pointBefore && before != null) {
            return number(lexed, before, "a number ends with a digit", "write `" + text(number) + ".0`");
        }
        boolean afterNumber = Words.isOneOf(before, NnLexer.NUMBER)
                && before != null
                && token.getStartIndex() == before.getStopIndex() + 1;
        if (afterNumber && Words.isNameLike(token)) {
            return number(
                    lexed,
                    token,
                    "`" + text(before) + token.getText() + "` is not a number",
                    "numbers are decimal, such as 784, 0.01, 1e-3 or 1_000");
        }
        if (Words.isOneOf(token, NnLexer.NAME) && before == null) {
            return keyword(lexed, token);
        }
        return null;
    }

    private static @Nullable Diagnostic keyword(Lexed lexed, Token token) {
        return switch (token.getText()) {
            case "def", "fun", "fn" ->
                slip(
                        lexed,
                        token,
                        "there is no keyword `" + token.getText() + "`",
                        "a formula is declared by `function name(x) = ...`");
            case "class" -> slip(lexed, token, "there is no keyword `class`", "declare a `model` or a `layer`");
            case "var", "val", "const" ->
                slip(lexed, token, "there is no keyword `" + token.getText() + "`", "a binding begins with `let`");
            case "for", "while" ->
                slip(
                        lexed,
                        token,
                        "there is no keyword `" + token.getText() + "`",
                        "layers are repeated by `repeat 3 { ... }`");
            case "return" ->
                slip(lexed, token, "there is no keyword `return`", "a result is declared by `output name = ...`");
            default -> null;
        };
    }

    private static Diagnostic stray(Lexed lexed, Token token) {
        String text = token.getText();
        return switch (text) {
            case "?" ->
                Diagnostic.of(Code.FOREIGN_CONDITIONAL, lexed.span(token), "there is no operator `?:`", "a condition?")
                        .help("write `if condition then a else b`");
            case ";" ->
                slip(lexed, token, "there are no separators", "newlines and semicolons mean nothing: remove it");
            case "#" -> slip(lexed, token, "`#` begins no comment", "a comment begins with `//`");
            case "&" -> slip(lexed, token, "there is no operator `&&`", "write `and`");
            case "|" -> slip(lexed, token, "there is no operator `||`", "write `or`");
            case "!" -> slip(lexed, token, "there is no operator `!`", "write `not`");
            case "→", "⇒" -> slip(lexed, token, "`" + text + "` is no pipe", "write `->`");
            case "≥" -> slip(lexed, token, "there is no operator `≥`", "write `>=`");
            case "≤" -> slip(lexed, token, "there is no operator `≤`", "write `<=`");
            case "≠" -> slip(lexed, token, "there is no operator `≠`", "write `!=`");
            case "×", "·" -> slip(lexed, token, "there is no operator `" + text + "`", "write `*`");
            case "“", "”", "„" ->
                slip(lexed, token, "`" + text + "` begins no string", "a string stands in straight double quotes");
            case "'" -> slip(lexed, token, "`'` begins no string", "a string stands in double quotes");
            case "`" -> slip(lexed, token, "this name does not end on its line", "close it with a backtick");
            default ->
                slip(
                        lexed,
                        token,
                        "unexpected character `" + text + "`",
                        "the language does not use it; in a name, write the name between backticks");
        };
    }

    private static Diagnostic slip(Lexed lexed, Token token, String message, String help) {
        return Diagnostic.of(Code.UNEXPECTED_TEXT, lexed.span(token), message, "unexpected")
                .help(help);
    }

    private static Diagnostic number(Lexed lexed, Token token, String message, String help) {
        return Diagnostic.of(Code.BAD_NUMBER, lexed.span(token), message, "not a number")
                .help(help);
    }

    private static String text(@Nullable Token token) {
        return token == null ? "" : token.getText();
    }
}

package org.nnlang.compiler.syntax;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.grammar.NnLexer;

/**
 * Whether the brackets of a stretch of a file match. A bracket that is open where the next statement begins was never closed: the
 * parser would notice only there, and blame the wrong line.
 *
 * @param index the token at which the mismatch shows
 * @param braces whether braces are concerned, so that nothing after it can be trusted
 */
record Brackets(int index, boolean braces, Diagnostic error) {

    /** The first mismatch, or null. */
    static @Nullable Brackets check(Tokens tokens, Outline outline, int from, int to, BitSet leftOut) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = from; i < to; i++) {
            if (outline.startsAt(i) && !open.isEmpty() && !isBlock(tokens, outline, open.getFirst())) {
                return unclosed(tokens, open.getFirst(), i);
            }
            if (leftOut.get(i)) {
                continue;
            }
            int type = tokens.type(i);
            if (type == NnLexer.LEFT_PARENTHESIS || type == NnLexer.LEFT_BRACKET || type == NnLexer.LEFT_BRACE) {
                open.push(i);
            } else if (type == NnLexer.RIGHT_PARENTHESIS
                    || type == NnLexer.RIGHT_BRACKET
                    || type == NnLexer.RIGHT_BRACE) {
                if (open.isEmpty()) {
                    return unopened(tokens, i);
                }
                if (closing(tokens.type(open.getFirst())) != type || closesOuter(tokens, open, i)) {
                    return unclosed(tokens, open.getFirst(), i);
                }
                open.pop();
            }
        }
        return open.isEmpty() ? null : unclosed(tokens, open.getFirst(), to);
    }

    /** Whether statements may begin in these brackets: the braces of a component, not those of a `repeat`. */
    private static boolean isBlock(Tokens tokens, Outline outline, int bracket) {
        if (tokens.type(bracket) != NnLexer.LEFT_BRACE) {
            return false;
        }
        int start = outline.startOf(bracket);
        int type = tokens.type(start);
        for (int i = start; i < bracket; i++) {
            if (tokens.type(i) == NnLexer.REPEAT && tokens.type(i - 1) != NnLexer.DOT) {
                return false;
            }
        }
        return Outline.DECLARATIONS.contains(type) || type == NnLexer.NAME;
    }

    /** Whether a brace at the beginning of a line stands where the outer of two open braces wants it, by the author's indentation. */
    private static boolean closesOuter(Tokens tokens, Deque<Integer> open, int brace) {
        if (tokens.type(brace) != NnLexer.RIGHT_BRACE || !tokens.firstOnLine(brace) || open.size() < 2) {
            return false;
        }
        int column = tokens.get(brace).getCharPositionInLine();
        return tokens.indentation(open.getFirst()) != column && tokens.indentation(open.getLast()) == column;
    }

    private static Brackets unclosed(Tokens tokens, int bracket, int index) {
        String symbol = tokens.text(bracket);
        String closing = symbol.equals("(") ? ")" : symbol.equals("[") ? "]" : "}";
        Diagnostic error = Diagnostic.of(
                        Code.UNCLOSED_BRACKET,
                        tokens.before(index),
                        "this `" + symbol + "` is never closed",
                        "expected `" + closing + "`")
                .because(tokens.span(bracket), "opened here");
        if (symbol.equals("{") && Outline.DECLARATIONS.contains(tokens.type(index))) {
            error = error.help("declarations do not nest: close this one before the next begins");
        }
        return new Brackets(Math.max(bracket, index - 1), symbol.equals("{"), error);
    }

    private static Brackets unopened(Tokens tokens, int index) {
        Diagnostic error = Diagnostic.of(
                Code.UNCLOSED_BRACKET,
                tokens.span(index),
                "`" + tokens.text(index) + "` closes nothing",
                "no bracket is open here");
        return new Brackets(index, tokens.type(index) == NnLexer.RIGHT_BRACE, error);
    }

    private static int closing(int type) {
        return type == NnLexer.LEFT_PARENTHESIS
                ? NnLexer.RIGHT_PARENTHESIS
                : type == NnLexer.LEFT_BRACKET ? NnLexer.RIGHT_BRACKET : NnLexer.RIGHT_BRACE;
    }
}

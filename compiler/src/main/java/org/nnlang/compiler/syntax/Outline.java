package org.nnlang.compiler.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.nnlang.compiler.diagnostic.DidYouMean;
import org.nnlang.grammar.NnLexer;

/**
 * Where the declarations and statements of a file begin, told from keywords alone, so that it holds for broken files too.
 *
 * <p>Every statement begins with a keyword; a keyword that stands for a name is told by its neighbours.
 */
final class Outline {
    static final Set<Integer> DECLARATIONS = Set.of(
            NnLexer.MODEL, NnLexer.LAYER, NnLexer.ACTIVATION, NnLexer.LOSS, NnLexer.FUNCTION, NnLexer.INITIALIZER);
    static final Set<Integer> STATEMENTS =
            Set.of(NnLexer.LET, NnLexer.INPUT, NnLexer.OUTPUT, NnLexer.PARAM, NnLexer.STATE, NnLexer.REQUIRE);
    static final Set<Integer> HEADS = Set.of(NnLexer.PACKAGE, NnLexer.IMPORT);
    static final List<String> KEYWORDS = List.of(
            "package",
            "import",
            "model",
            "layer",
            "activation",
            "loss",
            "function",
            "initializer",
            "let",
            "input",
            "output",
            "param",
            "state",
            "require");

    private final Tokens tokens;
    private final Set<Integer> starts = new HashSet<>();
    private final List<Integer> order = new ArrayList<>();

    Outline(Tokens tokens) {
        this.tokens = tokens;
        for (int i = 0; i < tokens.size(); i++) {
            if (isStart(i)) {
                starts.add(i);
                order.add(i);
            }
        }
    }

    private boolean isStart(int i) {
        int type = tokens.type(i);
        boolean keyword = DECLARATIONS.contains(type) || STATEMENTS.contains(type) || HEADS.contains(type);
        if (keyword) {
            int before = tokens.type(i - 1);
            boolean named = before == NnLexer.DOT || before == NnLexer.AS || starts.contains(i - 1);
            if (type == NnLexer.IMPORT && tokens.type(i + 1) == NnLexer.STRING) {
                return true;
            }
            return !named && (type == NnLexer.REQUIRE ? !endsName(tokens.type(i + 1)) : isName(tokens.type(i + 1)));
        }
        return type == NnLexer.NAME && tokens.firstOnLine(i) && !starts.contains(i - 1) && looksLikeStatement(i);
    }

    /** A binding without `let`, or a misspelt or foreign keyword. */
    private boolean looksLikeStatement(int i) {
        int next = tokens.type(i + 1);
        if (next == NnLexer.ASSIGN) {
            return !insideParentheses(i);
        }
        return next == NnLexer.NAME
                && tokens.line(i) == tokens.line(i + 1)
                && (ForeignWords.help(tokens.text(i)).isPresent()
                        || DidYouMean.nearest(tokens.text(i), KEYWORDS).isPresent());
    }

    private boolean insideParentheses(int i) {
        int from = order.isEmpty() ? 0 : order.get(order.size() - 1);
        int open = 0;
        for (int k = from; k < i; k++) {
            int type = tokens.type(k);
            if (type == NnLexer.LEFT_PARENTHESIS || type == NnLexer.LEFT_BRACKET) {
                open++;
            } else if (type == NnLexer.RIGHT_PARENTHESIS || type == NnLexer.RIGHT_BRACKET) {
                open--;
            }
        }
        return open > 0 && (tokens.type(i - 1) == NnLexer.COMMA || tokens.type(i - 1) == NnLexer.LEFT_PARENTHESIS);
    }

    private static boolean endsName(int type) {
        return type == NnLexer.COLON
                || type == NnLexer.ASSIGN
                || type == NnLexer.COMMA
                || type == NnLexer.RIGHT_PARENTHESIS
                || type == NnLexer.DOT
                || type == NnLexer.LEFT_BRACE
                || type == Token.EOF;
    }

    /** A name, or a keyword that may be one. */
    static boolean isName(int type) {
        return type == NnLexer.NAME
                || DECLARATIONS.contains(type)
                || STATEMENTS.contains(type)
                || HEADS.contains(type)
                || type == NnLexer.REPEAT
                || type == NnLexer.AS;
    }

    boolean startsAt(int index) {
        return starts.contains(index);
    }

    /** Whether a declaration, import or package clause begins here. */
    boolean declarationAt(int index) {
        int type = tokens.type(index);
        return startsAt(index) && (DECLARATIONS.contains(type) || HEADS.contains(type) || misspeltDeclaration(index));
    }

    private boolean misspeltDeclaration(int index) {
        if (tokens.type(index) != NnLexer.NAME || tokens.type(index + 1) != NnLexer.NAME) {
            return false;
        }
        return ForeignWords.declares(tokens.text(index))
                || DidYouMean.nearest(tokens.text(index), KEYWORDS)
                        .map(KEYWORDS::indexOf)
                        .filter(k -> k < 8)
                        .isPresent();
    }

    /** The statement that a token belongs to: where it begins. */
    int startOf(int index) {
        for (int i = index; i > 0; i--) {
            if (startsAt(i)) {
                return i;
            }
        }
        return 0;
    }

    /** Where the next statement after a token begins, or the end of the file. */
    int nextAfter(int index) {
        for (int i = index + 1; i < tokens.size(); i++) {
            if (startsAt(i)) {
                return i;
            }
        }
        return tokens.size() - 1;
    }
}

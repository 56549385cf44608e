package org.nnlang.compiler.syntax;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.nnlang.grammar.NnLexer;

/** What tokens can be, by themselves and beside others. */
final class Words {
    private Words() {}

    /** Whether a token is a keyword that begins a declaration and never a statement of a block. */
    static boolean beginsDeclaration(Token token) {
        return switch (token.getType()) {
            case NnLexer.MODEL,
                    NnLexer.LAYER,
                    NnLexer.ACTIVATION,
                    NnLexer.LOSS,
                    NnLexer.FUNCTION,
                    NnLexer.INITIALIZER -> true;
            default -> false;
        };
    }

    /** Whether a token is a keyword that begins a statement of a block. */
    static boolean beginsStatement(Token token) {
        return switch (token.getType()) {
            case NnLexer.INPUT, NnLexer.OUTPUT, NnLexer.PARAM, NnLexer.STATE, NnLexer.LET, NnLexer.REQUIRE -> true;
            default -> false;
        };
    }

    /** Whether a token can stand where a name must: a name, or a soft keyword. */
    static boolean isNameLike(Token token) {
        return token.getType() == NnLexer.NAME || isSoftKeyword(token);
    }

    private static boolean isSoftKeyword(Token token) {
        return token.getType() >= NnLexer.PACKAGE && token.getType() <= NnLexer.REPEAT;
    }

    /** Whether a token can be the last one of an operand. */
    static boolean endsOperand(Token token) {
        return switch (token.getType()) {
            case NnLexer.NAME,
                    NnLexer.NUMBER,
                    NnLexer.STRING,
                    NnLexer.TRUE,
                    NnLexer.FALSE,
                    NnLexer.RIGHT_PARENTHESIS,
                    NnLexer.RIGHT_BRACKET,
                    NnLexer.RIGHT_BRACE -> true;
            default -> false;
        };
    }

    /**
     * Whether the keyword at a position really begins a declaration or statement, and is not a name: it is followed by a name, and
     * neither a dot nor {@code as} nor a comma stands before it.
     */
    static boolean isBeginning(List<Token> words, int position) {
        Token token = words.get(position);
        if (!beginsDeclaration(token) && !beginsStatement(token)) {
            return false;
        }
        Token before = position > 0 ? words.get(position - 1) : null;
        Token next = position + 1 < words.size() ? words.get(position + 1) : null;
        Token afterNext = position + 2 < words.size() ? words.get(position + 2) : null;
        boolean opens = isOneOf(afterNext, NnLexer.LEFT_BRACE, NnLexer.LEFT_PARENTHESIS, NnLexer.ASSIGN);
        if (before != null && takesName(before)) {
            // `import` without a name, before a declaration.
            return isOneOf(before, NnLexer.IMPORT, NnLexer.PACKAGE)
                    && beginsDeclaration(token)
                    && next != null
                    && isNameLike(next)
                    && opens;
        }
        if (isOneOf(token, NnLexer.MODEL, NnLexer.LAYER) && isOneOf(next, NnLexer.LEFT_BRACE)) {
            return true;
        }
        if (token.getType() == NnLexer.REQUIRE) {
            return next == null || !isOneOf(next, NnLexer.COLON, NnLexer.ASSIGN);
        }
        return next != null && isNameLike(next);
    }

    private static boolean takesName(Token token) {
        return isOneOf(token, NnLexer.DOT, NnLexer.AS, NnLexer.PACKAGE, NnLexer.IMPORT)
                || beginsDeclaration(token)
                || (beginsStatement(token) && token.getType() != NnLexer.REQUIRE);
    }

    /** Whether a token is there and of one of these types. */
    static boolean isOneOf(@Nullable Token token, int... types) {
        if (token == null) {
            return false;
        }
        for (int type : types) {
            if (token.getType() == type) {
                return true;
            }
        }
        return false;
    }
}

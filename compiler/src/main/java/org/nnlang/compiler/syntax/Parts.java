package org.nnlang.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.nnlang.grammar.NnLexer;

/** Where declarations and statements begin in tokens that may be wrong: at their keywords, whatever the brackets say. */
final class Parts {
    private Parts() {}

    /** Where declarations begin; a {@code let} counts where no brace is open. */
    static List<Integer> declarations(List<Token> words) {
        List<Integer> beginnings = new ArrayList<>();
        int braces = 0;
        for (int i = 0; i < words.size(); i++) {
            Token token = words.get(i);
            if (token.getType() == NnLexer.LEFT_BRACE) {
                braces++;
            } else if (token.getType() == NnLexer.RIGHT_BRACE) {
                braces--;
            } else if (Words.isBeginning(words, i)) {
                if (Words.beginsDeclaration(token)) {
                    beginnings.add(i);
                    braces = 0;
                } else if (token.getType() == NnLexer.LET && braces <= 0) {
                    beginnings.add(i);
                }
            }
        }
        return beginnings;
    }

    /** Where statements begin, from a position on. */
    static List<Integer> statements(List<Token> words, int from) {
        List<Integer> beginnings = new ArrayList<>();
        for (int i = from; i < words.size(); i++) {
            if (Words.beginsStatement(words.get(i)) && Words.isBeginning(words, i)) {
                beginnings.add(i);
            }
        }
        return beginnings;
    }

    /** The brace that opens the block of a component: the first outside of parentheses and before any {@code =}; or -1. */
    static int block(List<Token> declaration) {
        boolean component = Words.isOneOf(declaration.get(0), NnLexer.MODEL, NnLexer.LAYER);
        int depth = 0;
        for (int i = 0; component && i < declaration.size(); i++) {
            switch (declaration.get(i).getType()) {
                case NnLexer.LEFT_PARENTHESIS -> depth++;
                case NnLexer.RIGHT_PARENTHESIS -> depth--;
                case NnLexer.ASSIGN -> {
                    if (depth <= 0) {
                        return -1;
                    }
                }
                case NnLexer.LEFT_BRACE -> {
                    return i;
                }
                default -> {}
            }
        }
        return -1;
    }

    /** The brace that closes the one at a position; or -1. */
    static int closingBrace(List<Token> words, int opening) {
        int depth = 0;
        for (int i = opening; i < words.size(); i++) {
            int type = words.get(i).getType();
            if (type == NnLexer.LEFT_BRACE) {
                depth++;
            } else if (type == NnLexer.RIGHT_BRACE && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}

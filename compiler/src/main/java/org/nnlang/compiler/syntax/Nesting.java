package org.nnlang.compiler.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.grammar.NnLexer;

/**
 * The cap on nesting: the parser and the rules after it walk nested expressions by recursion, which a stack must bear.
 *
 * <p>It counts brackets, the conditions that are still open, and the operators whose operand begins another of them ({@code - - x},
 * {@code a ^ b ^ c}); long sums and pipes are no nesting.
 */
final class Nesting {
    private static final int DEEPEST = 200;

    private final Deque<Integer> conditionsOutside = new ArrayDeque<>();
    private int conditions;
    private int run;

    private Nesting() {}

    /** Reports the first place that is too deep; answers whether there is one. */
    static boolean report(Lexed lexed, Diagnostics diagnostics) {
        Nesting nesting = new Nesting();
        Token before = null;
        for (Token token : lexed.words()) {
            nesting.count(token, before);
            if (nesting.depth() > DEEPEST) {
                diagnostics.report(Diagnostic.of(
                                Code.NESTING_TOO_DEEP,
                                lexed.span(token),
                                "nested more than " + DEEPEST + " levels deep",
                                "one level too many")
                        .help("name parts of it with `let`, or build repeated layers with `repeat`"));
                return true;
            }
            before = token;
        }
        return false;
    }

    private int depth() {
        return conditionsOutside.size() + conditions + run;
    }

    private void count(Token token, @Nullable Token before) {
        switch (token.getType()) {
            case NnLexer.LEFT_PARENTHESIS, NnLexer.LEFT_BRACKET, NnLexer.LEFT_BRACE -> {
                conditionsOutside.push(conditions);
                run = 0;
            }
            case NnLexer.RIGHT_PARENTHESIS, NnLexer.RIGHT_BRACKET, NnLexer.RIGHT_BRACE -> {
                conditions = conditionsOutside.isEmpty() ? 0 : conditionsOutside.pop();
                run = 0;
            }
            case NnLexer.IF -> conditions++;
            case NnLexer.NOT, NnLexer.POWER -> run++;
            case NnLexer.MINUS -> run = before != null && Words.endsOperand(before) ? 0 : run + 1;
            case NnLexer.COMMA, NnLexer.ARROW -> {
                conditions = conditionsOutside.isEmpty() ? 0 : conditionsOutside.peek();
                run = 0;
            }
            case NnLexer.NAME, NnLexer.NUMBER -> {}
            default -> {
                run = 0;
                if (Words.beginsStatement(token)) {
                    conditions = 0;
                }
            }
        }
    }
}

package org.nnlang.compiler.syntax;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.nnlang.grammar.NnParser;

/** The generated parser with a limit to how deep expressions nest, since it recurses once a level. */
final class NestingParser extends NnParser {
    static final int DEEPEST = 256;

    private int depth;

    /** Leaves the parser where the limit is passed. */
    static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Token token;

        TooDeep(Token token) {
            super("nesting too deep", null, false, false);
            this.token = token;
        }

        Token token() {
            return token;
        }
    }

    NestingParser(TokenStream tokens) {
        super(tokens);
    }

    @Override
    public void enterRecursionRule(ParserRuleContext context, int state, int ruleIndex, int precedence) {
        if (++depth > DEEPEST) {
            throw new TooDeep(getCurrentToken());
        }
        super.enterRecursionRule(context, state, ruleIndex, precedence);
    }

    @Override
    public void unrollRecursionContexts(ParserRuleContext parent) {
        depth--;
        super.unrollRecursionContexts(parent);
    }
}

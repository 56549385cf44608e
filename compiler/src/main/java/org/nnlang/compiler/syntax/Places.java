package org.nnlang.compiler.syntax;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.nnlang.compiler.ast.Expression;
import org.nnlang.compiler.ast.Identifier;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.source.Span;
import org.nnlang.grammar.NnParser.NameContext;

/** The leaves of the tree: places, names and strings. */
final class Places {
    private final Tokens tokens;
    private final Diagnostics diagnostics;

    Places(Tokens tokens, Diagnostics diagnostics) {
        this.tokens = tokens;
        this.diagnostics = diagnostics;
    }

    Span span(Token token) {
        return tokens.span(token);
    }

    Span span(ParserRuleContext context) {
        Span start = tokens.span(context.start);
        return context.stop == null || context.stop.getStopIndex() < context.start.getStartIndex()
                ? new Span(start.file(), start.start(), start.start())
                : start.to(tokens.span(context.stop));
    }

    Identifier name(NameContext name) {
        return name(name.start);
    }

    /** A name without its backticks. */
    Identifier name(Token token) {
        String text = token.getText();
        boolean quoted = text.startsWith("`");
        return new Identifier(quoted ? text.substring(1, text.length() - 1) : text, span(token));
    }

    /** A string without its quotes and escapes. */
    Expression.StringLiteral string(Token token) {
        String text = token.getText();
        StringBuilder value = new StringBuilder();
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            value.append(c == '\\' ? escaped(token, text.charAt(++i)) : c);
        }
        return new Expression.StringLiteral(value.toString(), span(token));
    }

    private char escaped(Token token, char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case '"', '\\' -> c;
            default -> {
                diagnostics.report(Diagnostic.of(
                                Code.UNEXPECTED_TEXT,
                                span(token),
                                "`\\" + c + "` means nothing in a text",
                                "in this text")
                        .help("a text knows `\\n`, `\\t`, `\\\"` and `\\\\`"));
                yield c;
            }
        };
    }
}

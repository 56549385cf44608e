package org.nnlang.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.source.Span;
import org.nnlang.grammar.NnLexer;

/**
 * A file as tokens.
 *
 * @param all every token with comments and documentation, without the end of the file
 * @param words the tokens that the grammar reads, without the end of the file
 */
record Lexed(SourceFile file, List<Token> all, List<Token> words, Offsets offsets) {
    static Lexed of(SourceFile file) {
        NnLexer lexer = new NnLexer(CharStreams.fromString(file.text(), file.name()));
        lexer.removeErrorListeners();
        List<Token> all = new ArrayList<>();
        List<Token> words = new ArrayList<>();
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            all.add(token);
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                words.add(token);
            }
        }
        return new Lexed(file, all, words, new Offsets(file.text()));
    }

    /** A stream of some of the tokens, with an end after the last. */
    CommonTokenStream stream(List<Token> tokens) {
        List<Token> copies = new ArrayList<>();
        tokens.forEach(token -> copies.add(new CommonToken(token)));
        int end = tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).getStopIndex() + 1;
        CommonToken eof = new CommonToken(Token.EOF, "end of file");
        eof.setStartIndex(end);
        eof.setStopIndex(end - 1);
        copies.add(eof);
        return new CommonTokenStream(new ListTokenSource(copies, file.name()));
    }

    Span span(Token token) {
        return span(token, token);
    }

    Span span(Token first, Token last) {
        int start = offsets.at(first.getStartIndex());
        int end = Math.max(start, offsets.at(last.getStopIndex() + 1));
        return new Span(file, start, end);
    }
}

package org.nnlang.compiler.syntax;

import java.util.Set;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.nnlang.compiler.ast.CompilationUnit;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.source.Span;
import org.nnlang.grammar.NnLexer;

/** Temp. */
public final class NnParser {
    private NnParser() {}

    /** Temp. */
    public static CompilationUnit parse(SourceFile file, Diagnostics diagnostics) {
        NnLexer lexer = new NnLexer(CharStreams.fromString(file.text(), file.name()));
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        org.nnlang.grammar.NnParser parser = new org.nnlang.grammar.NnParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new BaseErrorListener() {
            @Override
            public void syntaxError(
                    Recognizer<?, ?> recognizer,
                    Object symbol,
                    int line,
                    int column,
                    String message,
                    RecognitionException e) {
                Token token = (Token) symbol;
                diagnostics.report(Diagnostic.of(
                        Code.UNEXPECTED_TEXT,
                        new Span(file, token.getStartIndex(), token.getStopIndex() + 1),
                        message,
                        ""));
            }
        });
        var tree = parser.file();
        if (diagnostics.hasErrors()) {
            return new CompilationUnit(
                    file, null, java.util.List.of(), java.util.List.of(), Set.of(), new Span(file, 0, 0));
        }
        return new AstBuilder(file, tokens).file(tree);
    }
}

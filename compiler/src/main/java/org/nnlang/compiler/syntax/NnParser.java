package org.nnlang.compiler.syntax;

import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.nnlang.compiler.ast.CompilationUnit;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.source.Span;
import org.nnlang.grammar.NnParser.FileContext;

/**
 * Text to AST.
 *
 * <p>A sound file is parsed once, by the grammar as it stands. One with an error is read a second time, statement by statement
 * ({@link ErrorSearch}): the keywords with which statements begin part it reliably, so each statement's error is found on its own
 * and none is a consequence of another.
 */
public final class NnParser {
    private NnParser() {}

    /**
     * Parses a file; never throws on bad input.
     *
     * @return what is sound of the file; everything else is reported
     */
    public static CompilationUnit parse(SourceFile file, Diagnostics diagnostics) {
        Lexed lexed = Lexed.of(file);
        boolean lexicalErrors = LexicalRules.report(lexed, diagnostics);
        if (LexicalRules.endsInComment(lexed) || Nesting.report(lexed, diagnostics)) {
            return new CompilationUnit(file, null, List.of(), List.of(), Set.of(), new Span(file, 0, 0));
        }
        if (!lexicalErrors) {
            CommonTokenStream tokens = lexed.stream(lexed.all());
            Parse<FileContext> parse = Parse.run(tokens, org.nnlang.grammar.NnParser::file);
            if (parse.error() == null) {
                return new AstBuilder(lexed, tokens).file(parse.tree());
            }
        }
        return new ErrorSearch(lexed, diagnostics).search();
    }

    /** The words of the language that begin declarations and statements. */
    static boolean isKeyword(Token token) {
        return token.getType() >= org.nnlang.grammar.NnLexer.PACKAGE
                && token.getType() <= org.nnlang.grammar.NnLexer.FALSE;
    }
}

package org.nnlang.compiler.syntax;

import java.util.Map;
import org.nnlang.compiler.ast.CompilationUnit;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.source.SourceFile;

/**
 * From the text of a file to its tree.
 *
 * <ol>
 *   <li>{@link Tokens} splits the text, {@link LexicalErrors} looks for words that fit nowhere.
 *   <li>{@link ParseAttempt} parses the whole file; if it succeeds, {@link AstBuilder} makes the tree.
 *   <li>Otherwise {@link Recovery} parses it declaration by declaration, and {@link SyntaxErrors} words what it meets.
 * </ol>
 */
public final class NnParser {
    private NnParser() {}

    /** Parses a file; never throws. What has a syntax error is reported and left out of the tree. */
    public static CompilationUnit parse(SourceFile file, Diagnostics diagnostics) {
        Tokens tokens = Tokens.of(file);
        Map<Integer, Diagnostic> lexical = LexicalErrors.find(tokens);
        if (lexical.isEmpty()) {
            ParseAttempt attempt = ParseAttempt.of(tokens);
            if (attempt.tree() != null) {
                return new AstBuilder(tokens, attempt.stream(), diagnostics).file(attempt.tree());
            }
        }
        return new Recovery(tokens, lexical, diagnostics).run();
    }
}

package org.nnlang.compiler.syntax;

import java.util.Iterator;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.source.Span;
import org.nnlang.grammar.NnLexer;

/** The errors that the text itself has, before any grammar: strings and comments that do not end, an empty file. */
final class LexicalRules {
    private LexicalRules() {}

    /** Reports them, and takes what they cover out of the tokens; answers whether there were any. */
    static boolean report(Lexed lexed, Diagnostics diagnostics) {
        boolean empty = reportEmpty(lexed, diagnostics);
        boolean comment = reportComment(lexed, diagnostics);
        boolean strings = reportStrings(lexed, diagnostics);
        return empty || comment || strings;
    }

    /** Whether a comment hides the rest of the file, so that nothing more can be said of it. */
    static boolean endsInComment(Lexed lexed) {
        return commentStart(lexed) >= 0;
    }

    private static int commentStart(Lexed lexed) {
        List<Token> words = lexed.words();
        for (int i = 0; i + 1 < words.size(); i++) {
            Token slash = words.get(i);
            Token star = words.get(i + 1);
            boolean opens = slash.getType() == NnLexer.DIVIDE
                    && star.getType() == NnLexer.TIMES
                    && star.getStartIndex() == slash.getStopIndex() + 1;
            if (opens) {
                return i;
            }
        }
        return -1;
    }

    private static boolean reportEmpty(Lexed lexed, Diagnostics diagnostics) {
        if (!lexed.words().isEmpty()) {
            return false;
        }
        SourceFile file = lexed.file();
        diagnostics.report(
                Diagnostic.of(Code.EMPTY_FILE, new Span(file, 0, 0), "the file declares nothing", "nothing here")
                        .help("declare a model: `model M { input x: [4]  output y = x -> Dense(2) }`"));
        return true;
    }

    private static boolean reportComment(Lexed lexed, Diagnostics diagnostics) {
        int start = commentStart(lexed);
        if (start < 0) {
            return false;
        }
        Span opening = lexed.span(lexed.words().get(start), lexed.words().get(start + 1));
        diagnostics.report(Diagnostic.of(Code.UNTERMINATED_COMMENT, opening, "this comment does not end", "opened here")
                .help("close it with `*/`"));
        return true;
    }

    private static boolean reportStrings(Lexed lexed, Diagnostics diagnostics) {
        boolean found = false;
        Iterator<Token> tokens = List.copyOf(lexed.words()).iterator();
        int skipTo = -1;
        while (tokens.hasNext()) {
            Token token = tokens.next();
            if (token.getStartIndex() < skipTo
                    || token.getType() != NnLexer.STRAY
                    || !token.getText().equals("\"")) {
                continue;
            }
            found = true;
            Span quote = lexed.span(token);
            int line = quote.position().line();
            SourceFile file = lexed.file();
            int end = file.lineStart(line) + file.line(line).length();
            diagnostics.report(Diagnostic.of(
                            Code.UNTERMINATED_STRING,
                            new Span(file, quote.start(), end),
                            "this string does not end on its line",
                            "opened here")
                    .help("close it with `\"`; a line feed inside a string is written `\\n`"));
            int start = token.getStartIndex();
            int stop = file.text().codePointCount(0, end);
            skipTo = stop;
            lexed.words().removeIf(other -> other.getStartIndex() > start && other.getStartIndex() < stop);
            lexed.all().removeIf(other -> other.getStartIndex() > start && other.getStartIndex() < stop);
        }
        return found;
    }
}

package org.nnlang.compiler.syntax;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.CompilationUnit;
import org.nnlang.compiler.ast.Declaration;
import org.nnlang.compiler.ast.Import;
import org.nnlang.compiler.ast.QualifiedName;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.source.Span;
import org.nnlang.grammar.NnLexer;

/**
 * Parses a file that has errors: each declaration by itself, and each again without the statement in which its last error was.
 *
 * <p>So an error costs its statement and nothing else, and nothing cascades; no guess of what was meant ever reaches the tree.
 */
final class Recovery {
    private static final int MOST_ERRORS_OF_A_DECLARATION = 50;

    private final Tokens tokens;
    private final Outline outline;
    private final Map<Integer, Diagnostic> lexical;
    private final Diagnostics diagnostics;
    private final List<Import> imports = new ArrayList<>();
    private final List<Declaration> declarations = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();
    private @Nullable QualifiedName packageName;
    private boolean sawDeclaration;

    Recovery(Tokens tokens, Map<Integer, Diagnostic> lexical, Diagnostics diagnostics) {
        this.tokens = tokens;
        this.outline = new Outline(tokens);
        this.lexical = lexical;
        this.diagnostics = diagnostics;
    }

    CompilationUnit run() {
        int end = tokens.size() - 1;
        for (Map.Entry<Integer, Diagnostic> error : lexical.entrySet()) {
            if (error.getValue().code() == Code.UNTERMINATED_COMMENT) {
                diagnostics.report(error.getValue());
                end = error.getKey();
            }
        }
        int from = 0;
        for (int i = 1; i <= end; i++) {
            if (i == end || outline.declarationAt(i)) {
                chunk(from, i, i == end && end < tokens.size() - 1);
                from = i;
            }
        }
        Span whole = tokens.span(0, tokens.size() - 1);
        return new CompilationUnit(tokens.file(), packageName, imports, declarations, broken, whole, tokens.comments());
    }

    /**
     * Parses one declaration, with the constants that follow it.
     *
     * @param cut whether an unterminated comment swallowed its end, which is reported already
     */
    private void chunk(int from, int to, boolean cut) {
        if (misplaced(from)) {
            return;
        }
        BitSet leftOut = new BitSet();
        boolean failed = cut;
        for (int errors = 0; errors < MOST_ERRORS_OF_A_DECLARATION; errors++) {
            int start = firstError(from, to, leftOut, cut);
            if (start < 0) {
                break;
            }
            failed = true;
            if (start <= from || start >= to) {
                break;
            }
        }
        if (failed) {
            markBroken(from, to);
            return;
        }
        ParseAttempt attempt = ParseAttempt.of(tokens, from, to, leftOut);
        if (attempt.tree() != null) {
            CompilationUnit part = new AstBuilder(tokens, attempt.stream(), diagnostics).file(attempt.tree());
            packageName = packageName == null ? part.packageName() : packageName;
            imports.addAll(part.imports());
            declarations.addAll(part.declarations());
        }
    }

    /** Reports the first error and leaves its statement out; answers where that began, or -1 if there is no error. */
    private int firstError(int from, int to, BitSet leftOut, boolean cut) {
        for (int i = from; i < to; i++) {
            Diagnostic error = lexical.get(i);
            if (error != null && !leftOut.get(i)) {
                diagnostics.report(error);
                return leaveOut(i, to, leftOut);
            }
        }
        if (cut) {
            return -1;
        }
        Brackets brackets = Brackets.check(tokens, outline, from, to, leftOut);
        if (brackets != null) {
            diagnostics.report(brackets.error());
            int start = leaveOut(brackets.index(), to, leftOut);
            return brackets.braces() ? from : start;
        }
        ParseAttempt attempt = ParseAttempt.of(tokens, from, to, leftOut);
        if (attempt.error() < 0) {
            return -1;
        }
        if (attempt.tooDeep()) {
            diagnostics.report(Diagnostic.of(
                            Code.NESTING_TOO_DEEP,
                            tokens.span(attempt.error()),
                            "expressions nest more than " + NestingParser.DEEPEST + " deep",
                            "too deep here")
                    .help("bind a part of it to a name: `let part = ...`"));
        } else {
            diagnostics.report(new SyntaxErrors(tokens, outline, from).at(attempt.error()));
        }
        return leaveOut(blamed(attempt.error(), from, leftOut), to, leftOut);
    }

    /** A statement that ends too early is noticed at the beginning of the next one, or at the brace that follows it. */
    private int blamed(int index, int from, BitSet leftOut) {
        boolean early = tokens.type(index) == NnLexer.RIGHT_BRACE
                || tokens.type(index) == org.antlr.v4.runtime.Token.EOF
                || (outline.startsAt(index) && SyntaxErrors.wantsMore(tokens.type(index - 1)));
        int blamed = early ? index - 1 : index;
        while (blamed > from && leftOut.get(blamed)) {
            blamed--;
        }
        return blamed;
    }

    private int leaveOut(int index, int to, BitSet leftOut) {
        int start = outline.startOf(index);
        int end = Math.min(outline.nextAfter(Math.max(index, start)), to);
        int depth = 0;
        int last = start;
        while (last < end) {
            int type = tokens.type(last);
            if (type == NnLexer.RIGHT_BRACE && depth-- == 0) {
                break;
            }
            depth += type == NnLexer.LEFT_BRACE ? 1 : 0;
            last++;
        }
        leftOut.set(start, last);
        return start;
    }

    /** Imports and the package stand before everything else. */
    private boolean misplaced(int from) {
        int type = outline.startsAt(from) ? tokens.type(from) : NnLexer.MODEL;
        boolean wrong = (type == NnLexer.IMPORT && sawDeclaration) || (type == NnLexer.PACKAGE && from > 0);
        if (wrong) {
            String what =
                    type == NnLexer.IMPORT ? "an import stands before the declarations" : "the package stands first";
            diagnostics.report(Diagnostic.of(Code.UNEXPECTED_TEXT, tokens.span(from), what, "too late here")
                    .help("move it to the beginning of the file"));
        }
        sawDeclaration |= !Outline.HEADS.contains(type);
        return wrong;
    }

    private void markBroken(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean declaration = outline.declarationAt(i) || (i == from && outline.startsAt(i));
            if ((declaration || tokens.type(i) == NnLexer.LET) && i + 1 < to) {
                broken.add(tokens.text(i + 1).replace("`", ""));
            }
        }
        if (tokens.type(from) == NnLexer.IMPORT) {
            broken.add(tokens.text(to - 1));
        }
    }
}

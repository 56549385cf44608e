package org.nnlang.compiler.syntax;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.CompilationUnit;
import org.nnlang.compiler.ast.Declaration;
import org.nnlang.compiler.ast.Import;
import org.nnlang.compiler.ast.QualifiedName;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.source.Span;
import org.nnlang.grammar.NnLexer;
import org.nnlang.grammar.NnParser;
import org.nnlang.grammar.NnParser.SingleDeclarationContext;
import org.nnlang.grammar.NnParser.SingleHeaderContext;

/**
 * The second reading of a file with an error: declaration by declaration, and in those that do not fit, statement by statement, each
 * on its own and with at most one error.
 */
final class ErrorSearch {
    private final Lexed lexed;
    private final Diagnostics diagnostics;
    private final List<Import> imports = new ArrayList<>();
    private final List<Declaration> declarations = new ArrayList<>();
    private final Set<String> brokenNames = new LinkedHashSet<>();
    private @Nullable QualifiedName packageName;

    ErrorSearch(Lexed lexed, Diagnostics diagnostics) {
        this.lexed = lexed;
        this.diagnostics = diagnostics;
    }

    CompilationUnit search() {
        List<Token> words = lexed.words();
        List<Integer> beginnings = Parts.declarations(words);
        header(words.subList(0, beginnings.isEmpty() ? words.size() : beginnings.get(0)));
        for (int i = 0; i < beginnings.size(); i++) {
            int end = i + 1 < beginnings.size() ? beginnings.get(i + 1) : words.size();
            declaration(words.subList(beginnings.get(i), end));
        }
        Span span = new Span(lexed.file(), 0, lexed.file().text().length());
        return new CompilationUnit(lexed.file(), packageName, imports, declarations, brokenNames, span);
    }

    private void header(List<Token> part) {
        if (part.isEmpty()) {
            return;
        }
        Parse<SingleHeaderContext> parse = parse(part, NnParser::singleHeader);
        if (parse.error() != null) {
            report(part, parse);
            return;
        }
        AstBuilder builder = new AstBuilder(lexed, lexed.stream(part));
        packageName = builder.packageName(parse.tree().packageClause());
        parse.tree().importClause().forEach(clause -> imports.add(builder.importOf(clause)));
    }

    private void declaration(List<Token> part) {
        CommonTokenStream tokens = lexed.stream(withHidden(part));
        Parse<SingleDeclarationContext> parse = Parse.run(tokens, NnParser::singleDeclaration);
        if (parse.error() == null) {
            declarations.add(
                    new AstBuilder(lexed, tokens).declaration(parse.tree().declaration()));
            return;
        }
        if (part.size() > 1 && Words.isNameLike(part.get(1))) {
            brokenNames.add(part.get(1).getText().replace("`", ""));
        }
        int brace = Parts.block(part);
        if (brace < 0) {
            report(part, parse);
            return;
        }
        int before = diagnostics.all().size();
        statements(part, brace);
        if (diagnostics.all().size() == before) {
            report(part, parse);
        }
    }

    /** The head of a declaration with an empty block, then each statement of its block. */
    private void statements(List<Token> part, int brace) {
        List<Integer> beginnings = Parts.statements(part, brace + 1);
        int end = Parts.closingBrace(part, brace);
        int inside = end < 0 ? part.size() : end;
        int first = beginnings.isEmpty() ? inside : Math.min(beginnings.get(0), inside);
        List<Token> head = new ArrayList<>(part.subList(0, brace + 1));
        if (first > brace + 1) {
            Parse<?> stray = parse(part.subList(brace + 1, first), NnParser::singleStatement);
            report(part.subList(brace + 1, first), stray);
        }
        if (end < 0) {
            Token opening = part.get(brace);
            Token last = part.get(part.size() - 1);
            boolean balanced = checkStatements(part, beginnings, inside);
            if (balanced) {
                diagnostics.report(SyntaxErrors.unclosed(lexed, opening, last));
            }
            return;
        }
        head.add(part.get(end));
        Parse<?> headParse = parse(head, NnParser::singleDeclaration);
        if (headParse.error() != null) {
            report(head, headParse);
        }
        checkStatements(part, beginnings, inside);
        if (end + 1 < part.size()) {
            List<Token> rest = part.subList(end + 1, part.size());
            diagnostics.report(SyntaxErrors.afterDeclaration(lexed, rest));
        }
    }

    private boolean checkStatements(List<Token> part, List<Integer> beginnings, int inside) {
        boolean sound = true;
        for (int i = 0; i < beginnings.size(); i++) {
            int from = beginnings.get(i);
            int to = i + 1 < beginnings.size() ? beginnings.get(i + 1) : inside;
            if (from >= to) {
                continue;
            }
            List<Token> statement = part.subList(from, to);
            Parse<?> parse = parse(statement, NnParser::singleStatement);
            if (parse.error() != null) {
                sound = false;
                report(statement, parse);
            }
        }
        return sound;
    }

    private <T> Parse<T> parse(List<Token> part, Function<NnParser, T> rule) {
        return Parse.run(lexed.stream(part), rule);
    }

    private void report(List<Token> part, Parse<?> parse) {
        boolean reported = part.stream()
                .anyMatch(token ->
                        token.getType() == NnLexer.STRAY && token.getText().equals("\""));
        if (reported || parse.error() == null) {
            return;
        }
        Diagnostic diagnostic = SyntaxErrors.describe(lexed, part, parse);
        diagnostics.report(diagnostic);
    }

    /** The part with its comments and documentation, and those directly before it. */
    private List<Token> withHidden(List<Token> part) {
        int first = lexed.all().indexOf(part.get(0));
        int last = lexed.all().indexOf(part.get(part.size() - 1));
        while (first > 0 && lexed.all().get(first - 1).getChannel() != Token.DEFAULT_CHANNEL) {
            first--;
        }
        return lexed.all().subList(first, last + 1);
    }
}

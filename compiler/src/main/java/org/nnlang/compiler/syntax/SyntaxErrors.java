package org.nnlang.compiler.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.DidYouMean;
import org.nnlang.compiler.source.Span;
import org.nnlang.grammar.NnLexer;

/** What is said of a statement that the grammar does not know: the usual slips by name, anything else by what would have fitted. */
final class SyntaxErrors {
    private static final List<String> STATEMENT_KEYWORDS =
            List.of("input", "output", "let", "param", "state", "require");
    private static final List<String> KEYWORDS = List.of(
            "model",
            "layer",
            "activation",
            "loss",
            "function",
            "initializer",
            "let",
            "import",
            "package",
            "input",
            "output",
            "param",
            "state",
            "require",
            "repeat");

    private SyntaxErrors() {}

    /** Describes the error of a part of the file. */
    static Diagnostic describe(Lexed lexed, List<Token> part, Parse<?> parse) {
        Token found = parse.error();
        if (found == null) {
            throw new IllegalArgumentException("no error to describe");
        }
        int position = position(part, found);
        Token token = position < part.size() ? part.get(position) : null;
        Token before = position > 0 ? part.get(position - 1) : null;
        Token next = position + 1 < part.size() ? part.get(position + 1) : null;
        Diagnostic foreign = token == null ? null : ForeignWords.describe(lexed, part, position);
        if (foreign != null) {
            return foreign;
        }
        Diagnostic bracket = unbalanced(lexed, part, position);
        if (bracket != null) {
            return bracket;
        }
        if (token != null) {
            Diagnostic slip = slip(lexed, part, token, before, next, position);
            if (slip != null) {
                return slip;
            }
        }
        return unexpected(lexed, part, token, before, parse);
    }

    /** Copies of tokens are parsed, so the offending one is found by its place. */
    private static int position(List<Token> part, Token found) {
        for (int i = 0; i < part.size(); i++) {
            if (found.getType() != Token.EOF && part.get(i).getStartIndex() == found.getStartIndex()) {
                return i;
            }
        }
        return part.size();
    }

    private static @Nullable Diagnostic slip(
            Lexed lexed, List<Token> part, Token token, @Nullable Token before, @Nullable Token next, int position) {
        Span span = lexed.span(token);
        if (shapeWithoutBrackets(part, position)) {
            return Diagnostic.of(Code.SHAPE_WITHOUT_BRACKETS, span, "a shape stands in brackets", "not in brackets")
                    .help("write `[" + token.getText() + "]`");
        }
        boolean endsBefore = before != null && Words.endsOperand(before);
        if (token.getType() == NnLexer.NAME && (before == null || endsBefore || position == 1)) {
            Optional<String> keyword = DidYouMean.nearest(
                    token.getText(), before == null ? KEYWORDS : position == 1 ? STATEMENT_KEYWORDS : KEYWORDS);
            boolean likeStatement = next != null && Words.isNameLike(next);
            if (keyword.isPresent() && likeStatement) {
                return Diagnostic.of(
                                Code.UNEXPECTED_TEXT,
                                span,
                                "unknown keyword `" + token.getText() + "`",
                                "not a keyword")
                        .help("did you mean `" + keyword.get() + "`?");
            }
        }
        boolean heads = position <= 2 && Words.beginsDeclaration(part.get(0));
        if (!heads
                && token.getType() == NnLexer.NAME
                && Words.isOneOf(next, NnLexer.ASSIGN)
                && (before == null || endsBefore)) {
            return Diagnostic.of(
                            Code.MISSING_LET,
                            span,
                            "a binding begins with `let`",
                            "`" + token.getText() + "` is bound without a keyword")
                    .help("write `let " + token.getText() + " = ...`, or `output " + token.getText() + " = ...`");
        }
        if (token.getType() == NnLexer.ASSIGN
                && part.stream().anyMatch(word -> Words.isOneOf(word, NnLexer.IF, NnLexer.REQUIRE))) {
            return Diagnostic.of(Code.UNEXPECTED_TEXT, span, "`=` binds a name, it does not compare", "a comparison?")
                    .help("write `==`");
        }
        if (before != null && endsBefore && opensCondition(part, position)) {
            return Diagnostic.of(
                            Code.UNEXPECTED_TEXT,
                            lexed.span(before).after(),
                            "missing `then`",
                            "`then` is missing here")
                    .help("a condition is written `if condition then a else b`");
        }
        if (before != null && token.getType() == NnLexer.COLON && insideCall(part, position)) {
            return Diagnostic.of(Code.UNEXPECTED_TEXT, span, "an argument is named with `=`", "not `:`")
                    .help("write `" + before.getText() + " = ...`");
        }
        if (token.getType() == NnLexer.LEFT_BRACKET
                && position == 2
                && Words.isOneOf(part.get(0), NnLexer.INPUT, NnLexer.PARAM, NnLexer.STATE)) {
            return Diagnostic.of(
                            Code.UNEXPECTED_TEXT,
                            lexed.span(part.get(1)).after(),
                            "missing `:`",
                            "a colon is missing here")
                    .help("write `" + part.get(0).getText() + " " + part.get(1).getText() + ": [...]`");
        }
        if (before != null && endsBefore && insideCall(part, position)) {
            return Diagnostic.of(
                            Code.UNEXPECTED_TEXT, lexed.span(before).after(), "missing `,`", "a comma is missing here")
                    .help("write `" + before.getText() + ", " + token.getText() + "`");
        }
        if (endsBefore && Words.isOneOf(part.get(0), NnLexer.INPUT)) {
            return Diagnostic.of(
                            Code.UNEXPECTED_TEXT,
                            span,
                            "expected a statement, found `" + token.getText() + "`",
                            "unexpected")
                    .help("a statement begins with input, output, let, param, state or require");
        }
        boolean beginsStage = Words.isNameLike(token)
                && Words.isOneOf(next, NnLexer.LEFT_PARENTHESIS, NnLexer.COLON, NnLexer.ARROW, NnLexer.RIGHT_BRACE);
        if (endsBefore && before != null && (beginsStage || token.getType() == NnLexer.NAME)) {
            return Diagnostic.of(
                            Code.MISSING_ARROW,
                            lexed.span(before).after(),
                            "missing `->` before `" + token.getText() + "`",
                            "a pipe is missing here")
                    .help("write `-> " + token.getText() + "`");
        }
        return null;
    }

    /** Whether an {@code if} waits for its {@code then}. */
    private static boolean opensCondition(List<Token> part, int position) {
        int waiting = 0;
        for (Token token : part.subList(0, position)) {
            waiting += token.getType() == NnLexer.IF ? 1 : token.getType() == NnLexer.THEN ? -1 : 0;
        }
        return waiting > 0;
    }

    /** Whether the innermost open bracket is that of a call or a list, whose parts commas separate. */
    private static boolean insideCall(List<Token> part, int position) {
        Deque<Boolean> open = new ArrayDeque<>();
        for (int i = 0; i < position; i++) {
            Token token = part.get(i);
            if (Words.isOneOf(token, NnLexer.LEFT_PARENTHESIS, NnLexer.LEFT_BRACKET, NnLexer.LEFT_BRACE)) {
                boolean call =
                        token.getType() == NnLexer.LEFT_PARENTHESIS && i > 0 && Words.endsOperand(part.get(i - 1));
                open.push(call || token.getType() == NnLexer.LEFT_BRACKET);
            } else if (!open.isEmpty()
                    && Words.isOneOf(token, NnLexer.RIGHT_PARENTHESIS, NnLexer.RIGHT_BRACKET, NnLexer.RIGHT_BRACE)) {
                open.pop();
            }
        }
        return !open.isEmpty() && open.peek();
    }

    private static boolean shapeWithoutBrackets(List<Token> part, int position) {
        Token token = part.get(position);
        boolean size = token.getType() == NnLexer.NUMBER || token.getType() == NnLexer.NAME;
        return size
                && position == 3
                && Words.isOneOf(part.get(2), NnLexer.COLON)
                && Words.isOneOf(part.get(0), NnLexer.INPUT, NnLexer.OUTPUT, NnLexer.PARAM, NnLexer.STATE);
    }

    /** The first bracket, before the error, that is closed by another kind or not at all. */
    private static @Nullable Diagnostic unbalanced(Lexed lexed, List<Token> part, int position) {
        Deque<Token> open = new ArrayDeque<>();
        for (int i = 0; i < part.size(); i++) {
            Token token = part.get(i);
            if (Words.isOneOf(token, NnLexer.LEFT_PARENTHESIS, NnLexer.LEFT_BRACKET, NnLexer.LEFT_BRACE)) {
                open.push(token);
            } else if (Words.isOneOf(token, NnLexer.RIGHT_PARENTHESIS, NnLexer.RIGHT_BRACKET, NnLexer.RIGHT_BRACE)) {
                if (open.isEmpty()) {
                    return i > position
                            ? null
                            : Diagnostic.of(
                                            Code.UNCLOSED_BRACKET,
                                            lexed.span(token),
                                            "`" + token.getText() + "` closes nothing",
                                            "no bracket is open here")
                                    .help("remove it, or open one before");
                }
                if (!closing(open.peek()).equals(token.getText())) {
                    return unclosed(lexed, open.peek(), part.get(i - 1));
                }
                open.pop();
            }
        }
        return open.isEmpty() ? null : unclosed(lexed, open.peek(), part.get(part.size() - 1));
    }

    /** A bracket that is not closed: blamed where the closing one is missing. */
    static Diagnostic unclosed(Lexed lexed, Token opening, Token last) {
        String closing = closing(opening);
        return Diagnostic.of(
                        Code.UNCLOSED_BRACKET,
                        lexed.span(last).after(),
                        "`" + opening.getText() + "` is not closed",
                        "`" + closing + "` is missing")
                .because(lexed.span(opening), "opened here");
    }

    private static String closing(@Nullable Token opening) {
        if (opening == null) {
            return "";
        }
        return switch (opening.getType()) {
            case NnLexer.LEFT_PARENTHESIS -> ")";
            case NnLexer.LEFT_BRACKET -> "]";
            default -> "}";
        };
    }

    /** Words between declarations that belong to none. */
    static Diagnostic afterDeclaration(Lexed lexed, List<Token> rest) {
        Token token = rest.get(0);
        Diagnostic foreign = ForeignWords.describe(lexed, rest, 0);
        if (foreign != null) {
            return foreign;
        }
        Span span = lexed.span(token);
        if (Words.isOneOf(token, NnLexer.IMPORT, NnLexer.PACKAGE)) {
            return Diagnostic.of(
                            Code.MISPLACED_STATEMENT,
                            span,
                            "`" + token.getText() + "` stands at the beginning of a file",
                            "after a declaration")
                    .help("move it above the first declaration");
        }
        if (token.getType() == NnLexer.RIGHT_BRACE) {
            return Diagnostic.of(Code.UNCLOSED_BRACKET, span, "`}` closes nothing", "no block is open here")
                    .help("remove it");
        }
        Optional<String> keyword =
                token.getType() == NnLexer.NAME ? DidYouMean.nearest(token.getText(), KEYWORDS) : Optional.empty();
        Diagnostic diagnostic = Diagnostic.of(
                Code.UNEXPECTED_TEXT,
                span,
                "expected a declaration, found `" + token.getText() + "`",
                "no declaration begins so");
        return diagnostic.help(keyword.map(word -> "did you mean `" + word + "`?")
                .orElse("a declaration begins with model, layer, activation, loss, function, initializer or let"));
    }

    private static Diagnostic unexpected(
            Lexed lexed, List<Token> part, @Nullable Token token, @Nullable Token before, Parse<?> parse) {
        Span span = token != null
                ? lexed.span(token)
                : lexed.span(part.get(part.size() - 1)).after();
        String found = token != null ? "`" + token.getText() + "`" : "the end of the statement";
        if (token != null && before == null && !NnParser.isKeyword(token)) {
            return Diagnostic.of(
                            Code.UNEXPECTED_TEXT,
                            span,
                            "expected a statement, found " + found,
                            "no statement begins so")
                    .help(
                            "a statement begins with input, output, let, param, state or require; a declaration with model, "
                                    + "layer, activation, loss, function, initializer or let");
        }
        if (token != null && before == null && Words.beginsStatement(token)) {
            return Diagnostic.of(
                            Code.MISPLACED_STATEMENT,
                            span,
                            found + " stands outside of a block",
                            "no model or layer is open here")
                    .help("put it between the braces of a model: `model M { " + token.getText() + " ... }`");
        }
        String expected = ExpectedWords.describe(parse.expected(), before, part);
        Diagnostic diagnostic =
                Diagnostic.of(Code.UNEXPECTED_TEXT, span, "expected " + expected + ", found " + found, "unexpected");
        String help = ExpectedWords.help(part);
        return help.isEmpty() ? diagnostic : diagnostic.help(help);
    }
}

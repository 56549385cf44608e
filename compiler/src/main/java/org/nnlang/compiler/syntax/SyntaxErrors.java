package org.nnlang.compiler.syntax;

import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.DidYouMean;
import org.nnlang.grammar.NnLexer;

/**
 * The wording of syntax errors: from the token at which a statement stops making sense to what its author probably meant.
 *
 * <p>The slips are told here and not by error alternatives of the grammar, which would make one error into several.
 */
final class SyntaxErrors {
    private static final Set<Integer> ENDS_OPERAND = Set.of(
            NnLexer.NAME,
            NnLexer.NUMBER,
            NnLexer.STRING,
            NnLexer.TRUE,
            NnLexer.FALSE,
            NnLexer.RIGHT_PARENTHESIS,
            NnLexer.RIGHT_BRACKET,
            NnLexer.RIGHT_BRACE);
    private static final Set<Integer> BEGINS_OPERAND = Set.of(
            NnLexer.NAME,
            NnLexer.NUMBER,
            NnLexer.STRING,
            NnLexer.TRUE,
            NnLexer.FALSE,
            NnLexer.LEFT_PARENTHESIS,
            NnLexer.LEFT_BRACKET,
            NnLexer.IF,
            NnLexer.NOT,
            NnLexer.REPEAT);

    private final Tokens tokens;
    private final Outline outline;
    private final int from;

    SyntaxErrors(Tokens tokens, Outline outline, int from) {
        this.tokens = tokens;
        this.outline = outline;
        this.from = from;
    }

    /** Whether an expression cannot end with such a token. */
    static boolean wantsMore(int type) {
        return !ENDS_OPERAND.contains(type);
    }

    Diagnostic at(int index) {
        Diagnostic slip = statementSlip(index);
        if (slip == null) {
            slip = shapeSlip(index);
        }
        if (slip == null) {
            slip = keywordSlip(index);
        }
        if (slip == null) {
            slip = ENDS_OPERAND.contains(tokens.type(index - 1)) ? afterOperand(index) : expected(index);
        }
        return slip;
    }

    private int start(int index) {
        return Math.max(from, outline.startOf(index));
    }

    /** Slips at the beginning of a statement: no `let`, a misspelt keyword, one of another language, one that is out of place. */
    private @Nullable Diagnostic statementSlip(int index) {
        int first = tokens.type(index) == NnLexer.NAME && !outline.startsAt(index) && outline.startsAt(index - 1)
                ? index - 1
                : index;
        String word = tokens.text(first);
        if (tokens.type(first) == NnLexer.NAME && Outline.isName(tokens.type(first + 1)) && outline.startsAt(first)) {
            Diagnostic unknown = Diagnostic.of(
                    Code.UNEXPECTED_TEXT,
                    tokens.span(first),
                    "no statement begins with `" + word + "`",
                    "not a keyword");
            Optional<String> foreign = ForeignWords.help(word);
            return unknown.help(foreign.orElseGet(() -> "did you mean `"
                    + DidYouMean.nearest(word, Outline.KEYWORDS).orElse("let") + "`?"));
        }
        if (tokens.type(index) == NnLexer.NAME
                && tokens.type(index + 1) == NnLexer.ASSIGN
                && !bracketed(index)
                && (outline.startsAt(index) || headIsBound(index))) {
            return Diagnostic.of(
                            Code.MISSING_LET,
                            tokens.span(index),
                            "a binding begins with `let`",
                            "expected `let` before this")
                    .help("write `let " + word + " = ...`");
        }
        if (Outline.STATEMENTS.contains(tokens.type(index))
                && outline.startsAt(index)
                && (index == 0 || !wantsMore(tokens.type(index - 1)))) {
            return Diagnostic.of(
                            Code.MISPLACED_STATEMENT,
                            tokens.span(index),
                            "`" + word + "` stands outside of a model or layer",
                            "not here")
                    .help("move it between the braces of a `model` or `layer`");
        }
        return null;
    }

    /** After the colon of a declaration something else than brackets, or no colon before the brackets. */
    private @Nullable Diagnostic shapeSlip(int index) {
        int type = tokens.type(index);
        int head = tokens.type(start(index));
        boolean port = Set.of(NnLexer.INPUT, NnLexer.OUTPUT, NnLexer.PARAM, NnLexer.STATE)
                .contains(head);
        if (tokens.type(index - 1) == NnLexer.COLON
                && (port || bracketed(index))
                && Set.of(NnLexer.NUMBER, NnLexer.NAME, NnLexer.LEFT_PARENTHESIS)
                        .contains(type)) {
            if (type != NnLexer.LEFT_PARENTHESIS && !port) {
                return error(index, "unexpected `" + tokens.text(index - 1) + "`")
                        .help("an argument is named by `=`: `" + tokens.text(index - 2) + " = " + tokens.text(index)
                                + "`");
            }
            int last = type == NnLexer.LEFT_PARENTHESIS ? closing(index) : index;
            String inner = tokens.span(index, last).text();
            String bare =
                    type == NnLexer.LEFT_PARENTHESIS ? inner.substring(1, Math.max(1, inner.length() - 1)) : inner;
            return Diagnostic.of(
                            Code.SHAPE_WITHOUT_BRACKETS,
                            tokens.span(index, last),
                            "a shape stands between brackets",
                            "expected `[`")
                    .help("write `[" + bare.strip() + "]`");
        }
        if (port && index == start(index) + 2 && (type == NnLexer.LEFT_BRACKET || type == NnLexer.NUMBER)) {
            return missing(index, ":", "before the shape");
        }
        if (type == NnLexer.COLON
                && index >= 2
                && tokens.type(index - 1) == NnLexer.NAME
                && bracketed(index)
                && !Outline.DECLARATIONS.contains(head)) {
            return error(index, "unexpected `:`")
                    .help("an argument is named by `=`: `" + tokens.text(index - 1) + " = ...`");
        }
        return null;
    }

    private int closing(int open) {
        int last = open;
        while (tokens.type(last) != NnLexer.RIGHT_PARENTHESIS
                && tokens.line(last + 1) == tokens.line(open)
                && last + 2 < tokens.size()) {
            last++;
        }
        return last;
    }

    /** What a keyword or a sign at the wrong place tells. */
    private @Nullable Diagnostic keywordSlip(int index) {
        int type = tokens.type(index);
        int head = tokens.type(start(index));
        int openIf = openIf(index);
        if (type == NnLexer.ASSIGN && (openIf >= 0 || head == NnLexer.REQUIRE)) {
            return error(index, "`=` does not compare").help("write `==`");
        }
        if (openIf >= 0 && ENDS_OPERAND.contains(tokens.type(index - 1))) {
            boolean condition = tokens.type(openIf) == NnLexer.IF;
            return missing(index, condition ? "then" : "else", "")
                    .help("`if` is an expression: `if condition then a else b`");
        }
        if (type == NnLexer.COLON && head == NnLexer.LET) {
            return error(index, "a binding has no shape")
                    .help("the compiler finds it; only an output may state its shape");
        }
        if (type == NnLexer.COLON && Outline.DECLARATIONS.contains(head)) {
            return error(index, "unexpected `:`").help("the body stands between braces: `{ ... }`");
        }
        if (type == NnLexer.COMMA && !bracketed(index) && head != NnLexer.REQUIRE) {
            return error(index, "unexpected `,`").help("a group stands between parentheses: `(a, b)`");
        }
        if (type == NnLexer.LEFT_BRACKET
                && ENDS_OPERAND.contains(tokens.type(index - 1))
                && !Outline.DECLARATIONS.contains(head)) {
            return error(index, "unexpected `[`").help("values are not indexed; a shape stands after a colon");
        }
        if (type == NnLexer.TIMES && head == NnLexer.IMPORT) {
            return error(index, "an import names one declaration").help("import each by its name");
        }
        if (type == NnLexer.STRING && head == NnLexer.IMPORT) {
            return error(index, "an import is a name, not a file").help("write `import com.acme.vision.Patches`");
        }
        if (type == NnLexer.ARROW
                && tokens.type(index - 1) == NnLexer.NAME
                && index == start(index) + 2
                && head == NnLexer.OUTPUT) {
            return missing(index - 1, "name =", "")
                    .help("an output has a name: `output y = " + tokens.text(index - 1) + " -> ...`");
        }
        if (isMisusedKeyword(index)) {
            return keyword(index);
        }
        return index > from + 1 && isMisusedKeyword(index - 1) ? keyword(index - 1) : null;
    }

    private boolean isMisusedKeyword(int index) {
        int type = tokens.type(index);
        int before = tokens.type(index - 1);
        return Outline.isName(type)
                && type != NnLexer.NAME
                && type != NnLexer.REPEAT
                && !outline.startsAt(index)
                && !outline.startsAt(index - 1)
                && before != NnLexer.DOT
                && wantsMore(before);
    }

    private Diagnostic keyword(int index) {
        String text = tokens.text(index);
        return error(index, "`" + text + "` is a keyword")
                .help("to use it as a name, write it between backticks: `` `" + text + "` ``");
    }

    /** The `if` or `then` that still waits for its other half, or -1. */
    private int openIf(int index) {
        int waiting = -1;
        for (int i = start(index); i < index; i++) {
            int type = tokens.type(i);
            if (type == NnLexer.IF || (type == NnLexer.THEN && waiting >= 0)) {
                waiting = i;
            } else if (type == NnLexer.ELSE) {
                waiting = -1;
            }
        }
        return waiting;
    }

    /** Two operands side by side, or something after a complete statement. */
    private Diagnostic afterOperand(int index) {
        int type = tokens.type(index);
        String text = tokens.text(index);
        int before = tokens.type(index - 1);
        boolean operand = BEGINS_OPERAND.contains(type);
        boolean component = type == NnLexer.NAME && Character.isUpperCase(text.codePointAt(0));
        boolean bound = headIsBound(index);
        if (operand && bound && (component || type == NnLexer.REPEAT) && !inArguments(index)) {
            Diagnostic arrow = Diagnostic.of(
                    Code.MISSING_ARROW, tokens.before(index), "expected `->` before `" + text + "`", "missing `->`");
            boolean label = before == NnLexer.NAME && tokens.type(index - 2) == NnLexer.ARROW;
            String previous = tokens.text(index - 1);
            return label
                    ? arrow.help("if `" + previous + "` is its label, write `" + previous + ": " + text + "`")
                    : arrow.help("values flow through the pipe: `x -> " + text + "(...)`");
        }
        if (operand && inArguments(index)) {
            return missing(index, ",", "between two arguments");
        }
        if (!bound && operand) {
            String head = tokens.text(start(index));
            boolean parameters =
                    Set.of(NnLexer.ACTIVATION, NnLexer.LOSS, NnLexer.FUNCTION).contains(tokens.type(start(index)))
                            && index == start(index) + 2;
            return missing(index, parameters ? "(" : "=", "after `" + head + " " + tokens.text(start(index) + 1) + "`");
        }
        if (!bound && type == NnLexer.ASSIGN && index == start(index) + 2) {
            String name = tokens.text(index - 1);
            return missing(index, "(", "after `" + name + "`")
                    .help("a function has parameters: `" + name + "(x) = ...`");
        }
        return error(index, "unexpected " + found(index));
    }

    private boolean headIsBound(int index) {
        int first = start(index);
        if (tokens.type(first) == NnLexer.REQUIRE) {
            return true;
        }
        for (int i = first; i < index; i++) {
            if (tokens.type(i) == NnLexer.ASSIGN && openBefore(first, i) == 0) {
                return true;
            }
        }
        return false;
    }

    private int openBefore(int first, int index) {
        int open = 0;
        for (int i = first; i < index; i++) {
            int type = tokens.type(i);
            open += type == NnLexer.LEFT_PARENTHESIS || type == NnLexer.LEFT_BRACKET ? 1 : 0;
            open -= type == NnLexer.RIGHT_PARENTHESIS || type == NnLexer.RIGHT_BRACKET ? 1 : 0;
        }
        return open;
    }

    private boolean bracketed(int index) {
        return openBefore(start(index), index) > 0;
    }

    /** Whether the innermost bracket is that of a call or a list. */
    private boolean inArguments(int index) {
        int open = 0;
        for (int i = index - 1; i >= start(index); i--) {
            int type = tokens.type(i);
            if (type == NnLexer.RIGHT_PARENTHESIS || type == NnLexer.RIGHT_BRACKET || type == NnLexer.RIGHT_BRACE) {
                open++;
            } else if (type == NnLexer.LEFT_PARENTHESIS || type == NnLexer.LEFT_BRACKET || type == NnLexer.LEFT_BRACE) {
                if (open-- == 0) {
                    return type == NnLexer.LEFT_BRACKET
                            || (type == NnLexer.LEFT_PARENTHESIS && tokens.type(i - 1) == NnLexer.NAME);
                }
            }
        }
        return false;
    }

    /** Something stands where an expression or a name is expected. */
    private Diagnostic expected(int index) {
        int before = tokens.type(index - 1);
        String after = tokens.text(index - 1);
        boolean name = (outline.startsAt(index - 1) && before != NnLexer.REQUIRE)
                || before == NnLexer.DOT
                || before == NnLexer.AS
                || (Outline.STATEMENTS.contains(before) && before != NnLexer.REQUIRE)
                || Outline.DECLARATIONS.contains(before);
        boolean statement = before == NnLexer.LEFT_BRACE && Outline.DECLARATIONS.contains(tokens.type(start(index)));
        String what =
                name ? "a name" : statement ? "a statement" : before == NnLexer.COLON ? "a shape" : "an expression";
        String where = index == 0 ? "" : " after `" + after + "`";
        if (statement || index == 0) {
            return error(index, "unexpected " + found(index))
                    .help(
                            index == 0
                                    ? "a file holds declarations: `model`, `layer`, `activation`, `loss`, `function`, `initializer`"
                                    : "each statement begins with `input`, `output`, `let`, `param`, `state` or `require`");
        }
        boolean early = tokens.type(index) == Token.EOF || outline.startsAt(index) || tokens.firstOnLine(index);
        return early
                ? Diagnostic.of(
                        Code.UNEXPECTED_TEXT,
                        tokens.before(index),
                        "expected " + what + where,
                        "the statement ends here")
                : error(index, "expected " + what + where + ", found " + found(index));
    }

    private Diagnostic missing(int index, String symbol, String where) {
        String message = "expected `" + symbol + "`" + (where.isEmpty() ? "" : " " + where);
        return Diagnostic.of(Code.UNEXPECTED_TEXT, tokens.before(index), message, "missing `" + symbol + "`");
    }

    private Diagnostic error(int index, String message) {
        return Diagnostic.of(Code.UNEXPECTED_TEXT, tokens.span(index), message, "unexpected");
    }

    private String found(int index) {
        return tokens.type(index) == Token.EOF ? "the end of the file" : "`" + tokens.text(index) + "`";
    }
}

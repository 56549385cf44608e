package org.nnlang.compiler.syntax;

import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;
import org.nnlang.grammar.NnLexer;

/** What the grammar would have taken, in words of people and not of tokens. */
final class ExpectedWords {
    private ExpectedWords() {}

    static String describe(IntervalSet expected, @Nullable Token before, List<Token> part) {
        if (opensCondition(part, NnLexer.IF) && expected.contains(NnLexer.THEN)) {
            return "`then`";
        }
        if (opensCondition(part, NnLexer.THEN) && expected.contains(NnLexer.ELSE)) {
            return "`else`";
        }
        if (expected.contains(NnLexer.NUMBER) || before == null) {
            return "an expression";
        }
        if (isOperator(before)) {
            return "an expression after `" + before.getText() + "`";
        }
        if (expected.contains(NnLexer.NAME)) {
            return "a name after `" + before.getText() + "`";
        }
        List<Integer> types = expected.toList();
        if (types.size() == 1) {
            String literal = NnLexer.VOCABULARY.getLiteralName(types.get(0));
            if (literal != null) {
                return literal.replace('\'', '`') + " after `" + before.getText() + "`";
            }
        }
        if (expected.contains(NnLexer.ASSIGN)) {
            return "`=` after `" + before.getText() + "`";
        }
        if (Words.endsOperand(before)) {
            return "the end of the statement after `" + before.getText() + "`";
        }
        if (expected.contains(NnLexer.COMMA)) {
            return "`,` or the end of the list after `" + before.getText() + "`";
        }
        return "something else than `" + before.getText() + "` before it";
    }

    /** Whether an operand must follow. */
    private static boolean isOperator(Token token) {
        return (token.getType() >= NnLexer.EQUALS && token.getType() <= NnLexer.POWER)
                || Words.isOneOf(token, NnLexer.ARROW, NnLexer.COMMA, NnLexer.AND, NnLexer.OR, NnLexer.NOT);
    }

    private static boolean opensCondition(List<Token> part, int word) {
        return part.stream().anyMatch(token -> token.getType() == word);
    }

    /** How a statement of this kind is written. */
    static String help(List<Token> part) {
        return switch (part.get(0).getType()) {
            case NnLexer.INPUT -> "an input is written `input name: [sizes]`";
            case NnLexer.OUTPUT -> "an output is written `output name = value`";
            case NnLexer.LET -> "a binding is written `let name = value`";
            case NnLexer.PARAM, NnLexer.STATE -> "a weight is written `param name: [sizes] = initializer`";
            case NnLexer.REQUIRE -> "a requirement is written `require condition, \"message\"`";
            case NnLexer.ACTIVATION, NnLexer.LOSS, NnLexer.FUNCTION ->
                "a function is written `function name(x) = formula`";
            case NnLexer.MODEL -> "a model is written `model Name { input ... output ... }`";
            case NnLexer.LAYER -> "a layer is written `layer Name(parameters) { input ... output ... }`";
            case NnLexer.INITIALIZER -> "an initializer is written `initializer name = uniform(low, high)`";
            case NnLexer.IMPORT -> "an import is written `import package.Name`";
            default -> "";
        };
    }
}

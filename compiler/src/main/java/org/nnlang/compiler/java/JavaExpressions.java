package org.nnlang.compiler.java;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarExpression.Invoke;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.graph.ScalarFunction;

/** Formulas as Java expressions of type float, with the parentheses that Java needs and no others. */
final class JavaExpressions {
    private static final int TERNARY = 1;
    private static final int OR = 2;
    private static final int AND = 3;
    private static final int EQUALITY = 4;
    private static final int COMPARISON = 5;
    private static final int SUM = 6;
    private static final int PRODUCT = 7;
    private static final int UNARY = 8;
    private static final int ATOM = 9;

    private final Function<ScalarFunction, String> functionNames;

    /** Writes expressions that call functions of numbers by these names. */
    JavaExpressions(Function<ScalarFunction, String> functionNames) {
        this.functionNames = functionNames;
    }

    /** A piece of Java, and how strongly it holds together. */
    private record Piece(CodeBlock code, int strength) {}

    /**
     * The Java of a formula.
     *
     * @param operands the Java of each operand, which needs no parentheses
     */
    CodeBlock number(ScalarExpression expression, Operands operands) {
        return numberPiece(expression, operands).code();
    }

    /** What stands for a part of a formula. */
    interface Operands {
        /** The Java of an operand, or of a variable that holds what was computed before; null for everything else. */
        @Nullable
        CodeBlock held(ScalarExpression part);
    }

    private Piece numberPiece(ScalarExpression expression, Operands operands) {
        Piece piece = piece(expression, operands);
        boolean held = operands.held(expression) != null;
        return expression.isCondition() && !held ? choose(piece.code(), CodeBlock.of("1f"), CodeBlock.of("0f")) : piece;
    }

    private Piece conditionPiece(ScalarExpression expression, Operands operands) {
        boolean held = operands.held(expression) != null;
        return expression.isCondition() && !held
                ? piece(expression, operands)
                : new Piece(CodeBlock.of("$L != 0f", wrap(piece(expression, operands), COMPARISON)), EQUALITY);
    }

    private Piece piece(ScalarExpression expression, Operands operands) {
        CodeBlock held = operands.held(expression);
        if (held != null) {
            return new Piece(held, ATOM);
        }
        if (expression instanceof Constant constant) {
            CodeBlock literal = FloatLiterals.of(constant.value());
            return new Piece(literal, literal.toString().startsWith("-") ? UNARY : ATOM);
        }
        if (expression instanceof Invoke invoke) {
            return call(CodeBlock.of("$L", functionNames.apply(invoke.function())), invoke.arguments(), operands);
        }
        if (expression instanceof Apply apply) {
            return applied(apply, operands);
        }
        throw new IllegalStateException("nothing stands for operand " + ((Operand) expression).index());
    }

    private Piece applied(Apply apply, Operands operands) {
        return switch (apply.primitive()) {
            case ADD -> binary(apply, "+", SUM, operands);
            case SUBTRACT -> binary(apply, "-", SUM, operands);
            case MULTIPLY -> binary(apply, "*", PRODUCT, operands);
            case DIVIDE -> binary(apply, "/", PRODUCT, operands);
            case REMAINDER -> remainder(apply, operands);
            case LESS -> binary(apply, "<", COMPARISON, operands);
            case LESS_OR_EQUAL -> binary(apply, "<=", COMPARISON, operands);
            case GREATER -> binary(apply, ">", COMPARISON, operands);
            case GREATER_OR_EQUAL -> binary(apply, ">=", COMPARISON, operands);
            case EQUAL -> binary(apply, "==", EQUALITY, operands);
            case NOT_EQUAL -> binary(apply, "!=", EQUALITY, operands);
            case AND -> logical(apply, "&&", AND, operands);
            case OR -> logical(apply, "||", OR, operands);
            case NOT ->
                new Piece(
                        CodeBlock.of(
                                "!$L", wrap(conditionPiece(apply.arguments().get(0), operands), UNARY)),
                        UNARY);
            case NEGATE ->
                new Piece(CodeBlock.of("-$L", wrap(numberPiece(apply.arguments().get(0), operands), ATOM)), UNARY);
            case CHOOSE -> choice(apply, operands);
            default -> call(PrimitiveCalls.of(apply.primitive()), apply.arguments(), operands);
        };
    }

    /** Sums and products are kept in their order, since float arithmetic is not associative. */
    private Piece binary(Apply apply, String operator, int strength, Operands operands) {
        Piece left = numberPiece(apply.arguments().get(0), operands);
        Piece right = numberPiece(apply.arguments().get(1), operands);
        boolean chains = strength == SUM || strength == PRODUCT;
        return new Piece(
                CodeBlock.of("$L $L $L", wrap(left, chains ? strength : SUM), operator, wrap(right, strength + 1)),
                strength);
    }

    /** The remainder has the sign of the divisor, as in mathematics; Java's has the sign of the dividend. */
    private Piece remainder(Apply apply, Operands operands) {
        Piece dividend = numberPiece(apply.arguments().get(0), operands);
        CodeBlock divisor = wrap(numberPiece(apply.arguments().get(1), operands), UNARY);
        CodeBlock code = CodeBlock.of("($1L % $2L + $2L) % $2L", wrap(dividend, PRODUCT), divisor);
        return new Piece(code, PRODUCT);
    }

    private Piece logical(Apply apply, String operator, int strength, Operands operands) {
        Piece left = conditionPiece(apply.arguments().get(0), operands);
        Piece right = conditionPiece(apply.arguments().get(1), operands);
        return new Piece(CodeBlock.of("$L $L $L", wrap(left, strength), operator, wrap(right, strength + 1)), strength);
    }

    private Piece choice(Apply apply, Operands operands) {
        Piece condition = conditionPiece(apply.arguments().get(0), operands);
        ScalarExpression first = apply.arguments().get(1);
        ScalarExpression second = apply.arguments().get(2);
        if (new FormulaCost(operands).isLessThanABranch(first, second)) {
            return choose(condition.code(), number(first, operands), number(second, operands));
        }
        Piece whenTrue = numberPiece(first, operands);
        Piece whenFalse = numberPiece(second, operands);
        CodeBlock code =
                CodeBlock.of("$L ? $L : $L", wrap(condition, OR), wrap(whenTrue, OR), wrap(whenFalse, TERNARY));
        return new Piece(code, TERNARY);
    }

    /** Both sides are calculated in any case. */
    private static Piece choose(CodeBlock condition, CodeBlock whenTrue, CodeBlock whenFalse) {
        return new Piece(
                CodeBlock.of("$T.choose($L, $L, $L)", RuntimeTypes.SCALAR, condition, whenTrue, whenFalse), ATOM);
    }

    private Piece call(CodeBlock function, List<ScalarExpression> arguments, Operands operands) {
        CodeBlock list =
                arguments.stream().map(argument -> number(argument, operands)).collect(CodeBlock.joining(", "));
        return new Piece(CodeBlock.of("$L($L)", function, list), ATOM);
    }

    private static CodeBlock wrap(Piece piece, int least) {
        return piece.strength() >= least ? piece.code() : CodeBlock.of("($L)", piece.code());
    }
}

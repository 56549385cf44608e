package org.nnlang.compiler.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.Argument;
import org.nnlang.compiler.ast.CompilationUnit;
import org.nnlang.compiler.ast.ConstantDeclaration;
import org.nnlang.compiler.ast.Declaration;
import org.nnlang.compiler.ast.Expression;
import org.nnlang.compiler.ast.FunctionDeclaration;
import org.nnlang.compiler.ast.Operator;
import org.nnlang.compiler.ast.Parameter;

/**
 * Evaluates the library's functions in double precision straight from their syntax trees.
 *
 * <p>It shares nothing with the checker, the graph or the generated code, so that their results can be held against it. A value
 * is a {@code Double}, a row ({@code double[]}) or a {@code String}; a condition is 1 or 0.
 */
final class FunctionOracle {
    private final Map<String, Declaration> declarations = new HashMap<>();

    /** An oracle of the declarations of some files; a later declaration hides an earlier one of the same name. */
    FunctionOracle(List<CompilationUnit> units) {
        for (CompilationUnit unit : units) {
            for (Declaration declaration : unit.declarations()) {
                if (declaration instanceof FunctionDeclaration || declaration instanceof ConstantDeclaration) {
                    declarations.put(declaration.name().text(), declaration);
                }
            }
        }
    }

    /** A function of one value, with configuration by name. */
    Object call(String name, Object argument, Map<String, ?> configuration) {
        return call(name, List.of(argument), configuration);
    }

    /** A function of several values, with configuration by name. */
    Object call(String name, List<?> positional, Map<String, ?> named) {
        if (!(declarations.get(name) instanceof FunctionDeclaration function)) {
            throw new AssertionError("no function " + name);
        }
        Map<String, Object> scope = new HashMap<>();
        int next = 0;
        for (Parameter parameter : function.parameters()) {
            String key = parameter.name().text();
            Object value = named.get(key);
            if (value == null && next < positional.size()) {
                value = positional.get(next++);
            }
            if (value == null) {
                value = evaluate(parameter.defaultValue(), scope);
            }
            if (value instanceof double[] row && parameter.shape() != null) {
                Expression length = parameter.shape().dimensions().get(0).expression();
                scope.put(length.span().text(), (double) row.length);
            }
            scope.put(key, value);
        }
        Expression body = function.body();
        return body == null ? primitive(name, positional) : evaluate(body, scope);
    }

    private static Object primitive(String name, List<?> arguments) {
        DoubleUnaryOperator unary = OraclePrimitives.unary(name);
        if (unary != null) {
            return map((a, unused) -> unary.applyAsDouble(a), arguments.get(0), 0.0);
        }
        DoubleBinaryOperator binary = OraclePrimitives.binary(name);
        if (binary != null) {
            return map(binary, arguments.get(0), arguments.get(1));
        }
        double[] row = (double[]) arguments.get(0);
        if (name.equals("dot")) {
            return Arrays.stream((double[]) map((a, b) -> a * b, row, arguments.get(1)))
                    .sum();
        }
        Object number = OraclePrimitives.reduce(name, row);
        Object result = number == null ? OraclePrimitives.row(name, row) : number;
        if (result == null) {
            throw new AssertionError("no primitive " + name);
        }
        return result;
    }

    private Object evaluate(@Nullable Expression expression, Map<String, Object> scope) {
        if (expression instanceof Expression.NumberLiteral number) {
            return number.value();
        }
        if (expression instanceof Expression.StringLiteral text) {
            return text.value();
        }
        if (expression instanceof Expression.Reference reference) {
            return reference(reference.name().text(), scope);
        }
        if (expression instanceof Expression.Group group) {
            return evaluate(group.elements().get(0), scope);
        }
        if (expression instanceof Expression.Negate negate) {
            return map((a, unused) -> -a, evaluate(negate.operand(), scope), 0.0);
        }
        if (expression instanceof Expression.Not not) {
            return map((a, unused) -> 1 - a, evaluate(not.operand(), scope), 0.0);
        }
        if (expression instanceof Expression.Binary binary) {
            return binary(binary.operator(), evaluate(binary.left(), scope), evaluate(binary.right(), scope));
        }
        if (expression instanceof Expression.Choice choice) {
            return choice(choice, scope);
        }
        if (expression instanceof Expression.Call call && call.callee() instanceof Expression.Reference callee) {
            return nestedCall(callee.name().text(), call.arguments(), scope);
        }
        throw new AssertionError("the oracle does not evaluate " + expression);
    }

    private Object nestedCall(String name, List<Argument> arguments, Map<String, Object> scope) {
        Map<String, Object> named = new HashMap<>();
        List<Object> positional = new ArrayList<>();
        for (Argument argument : arguments) {
            Object value = evaluate(argument.value(), scope);
            if (argument.name() == null) {
                positional.add(value);
            } else {
                named.put(argument.name().text(), value);
            }
        }
        return call(name, positional, named);
    }

    private Object reference(String name, Map<String, Object> scope) {
        Object bound = scope.get(name);
        if (bound != null) {
            return bound;
        }
        if (name.equals("none")) {
            return name;
        }
        if (!(declarations.get(name) instanceof ConstantDeclaration constant)) {
            throw new AssertionError("no constant " + name);
        }
        return evaluate(constant.value(), Map.of());
    }

    /** Of numbers, only the chosen branch is evaluated, as compile-time choices need. */
    private Object choice(Expression.Choice choice, Map<String, Object> scope) {
        Object condition = evaluate(choice.condition(), scope);
        if (condition instanceof Double number) {
            return evaluate(number != 0 ? choice.whenTrue() : choice.whenFalse(), scope);
        }
        Object whenTrue = evaluate(choice.whenTrue(), scope);
        Object whenFalse = evaluate(choice.whenFalse(), scope);
        double[] tests = (double[]) condition;
        double[] chosen = new double[tests.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = element(tests[i] != 0 ? whenTrue : whenFalse, i);
        }
        return chosen;
    }

    private static Object binary(Operator operator, Object a, Object b) {
        if (a instanceof String || b instanceof String) {
            return a.equals(b) == (operator == Operator.EQUAL) ? 1.0 : 0.0;
        }
        DoubleBinaryOperator function = switch (operator) {
            case ADD -> Double::sum;
            case SUBTRACT -> (x, y) -> x - y;
            case MULTIPLY -> (x, y) -> x * y;
            case DIVIDE -> (x, y) -> x / y;
            case REMAINDER -> (x, y) -> x - y * Math.floor(x / y);
            case POWER -> StrictMath::pow;
            case LESS -> (x, y) -> x < y ? 1 : 0;
            case LESS_OR_EQUAL -> (x, y) -> x <= y ? 1 : 0;
            case GREATER -> (x, y) -> x > y ? 1 : 0;
            case GREATER_OR_EQUAL -> (x, y) -> x >= y ? 1 : 0;
            case EQUAL -> (x, y) -> x == y ? 1 : 0;
            case NOT_EQUAL -> (x, y) -> x == y ? 0 : 1;
            case AND -> (x, y) -> x * y;
            case OR -> Math::max;
        };
        return map(function, a, b);
    }

    private static Object map(DoubleBinaryOperator operator, Object a, Object b) {
        if (a instanceof Double x && b instanceof Double y) {
            return operator.applyAsDouble(x, y);
        }
        double[] result = ((double[]) (a instanceof double[] ? a : b)).clone();
        for (int i = 0; i < result.length; i++) {
            result[i] = operator.applyAsDouble(element(a, i), element(b, i));
        }
        return result;
    }

    private static double element(Object value, int i) {
        return value instanceof double[] row ? row[i] : (Double) value;
    }
}

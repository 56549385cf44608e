package org.nnlang.compiler.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.compiler.ast.Argument;
import org.nnlang.compiler.ast.Expression;
import org.nnlang.compiler.ast.FunctionDeclaration;
import org.nnlang.compiler.ast.Parameter;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.CompilationException;
import org.nnlang.compiler.library.Symbol;
import org.nnlang.compiler.model.PureFunction;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.source.Span;

/**
 * Calls of functions: partial application, evaluation on compile-time numbers, and specialisation for tensors.
 *
 * <p>A function that meets a tensor becomes a {@link PureFunction} for the shapes of its arguments, once for each combination
 * of shapes and compile-time arguments.
 */
final class Functions {
    private record Specialization(Symbol symbol, List<String> configuration, List<Shape> shapes) {}

    private final Evaluator evaluator;
    private final Map<Specialization, PureFunction> specializations = new HashMap<>();

    Functions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** A call in parentheses; with named arguments only and some parameters left, a partial application. */
    Meaning call(Meaning.FunctionValue function, Expression.Call call, Scope scope) {
        Symbol symbol = function.symbol();
        Map<String, Argument> assigned =
                Arguments.assign(symbol, call.arguments(), function.bound().keySet());
        Map<String, Meaning> arguments = new LinkedHashMap<>(function.bound());
        arguments.putAll(evaluator.evaluate(assigned, symbol, scope));
        boolean onlyNamed = call.arguments().stream().noneMatch(argument -> argument.name() == null);
        boolean complete = symbol.declaration().parameters().stream()
                .allMatch(parameter -> parameter.defaultValue() != null
                        || arguments.containsKey(parameter.name().text()));
        if (!complete && onlyNamed) {
            return new Meaning.FunctionValue(symbol, arguments);
        }
        Arguments.requireComplete(symbol, arguments.keySet(), call.span());
        arguments.replaceAll((name, value) -> value instanceof Meaning.TextValue text
                ? new Meaning.TextValue(Requirements.message(text.value(), scope))
                : value);
        return apply(symbol, arguments, call.span());
    }

    /** A pipe into a function: what is piped in takes the first free parameters. */
    Meaning pipe(Meaning.FunctionValue function, List<Meaning> piped, Span span) {
        Symbol symbol = function.symbol();
        Map<String, Meaning> arguments = new LinkedHashMap<>(function.bound());
        List<String> free = symbol.declaration().parameters().stream()
                .map(parameter -> parameter.name().text())
                .filter(name -> !arguments.containsKey(name))
                .toList();
        if (free.size() < piped.size()) {
            throw Errors.of(
                    Code.WRONG_NUMBER_OF_INPUTS,
                    span,
                    piped.size() + " values are piped into `" + symbol.name() + "`, which takes " + free.size(),
                    "too many values come in here");
        }
        for (int i = 0; i < piped.size(); i++) {
            arguments.put(free.get(i), piped.get(i));
        }
        Arguments.requireComplete(symbol, arguments.keySet(), span);
        return apply(symbol, arguments, span);
    }

    private Meaning apply(Symbol symbol, Map<String, Meaning> arguments, Span span) {
        FunctionDeclaration declaration = (FunctionDeclaration) symbol.declaration();
        if (declaration.body() == null) {
            Scope scope = new Scope(symbol.file(), null);
            evaluator.bindParameters(symbol, arguments, scope);
            List<Meaning> values = new ArrayList<>();
            for (Parameter parameter : declaration.parameters()) {
                Meaning value = scope.lookup(parameter.name().text());
                if (value != null) {
                    values.add(value);
                }
            }
            return Primitives.apply(symbol.name(), values, span);
        }
        boolean tensors = arguments.values().stream()
                .anyMatch(value -> value instanceof Meaning.Tensor || value instanceof Meaning.Outputs);
        if (tensors) {
            return applyToTensors(symbol, declaration, arguments, span);
        }
        Scope scope = new Scope(symbol.file(), null);
        evaluator.bindParameters(symbol, arguments, scope);
        return evaluateBody(symbol, declaration.body(), scope, span);
    }

    private Meaning applyToTensors(
            Symbol symbol, FunctionDeclaration declaration, Map<String, Meaning> arguments, Span span) {
        Scope scope = new Scope(symbol.file(), null);
        List<Term> terms = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        List<String> configuration = new ArrayList<>();
        List<String> key = new ArrayList<>();
        Shape outer = Shape.NUMBER;
        for (Parameter parameter : declaration.parameters()) {
            String name = parameter.name().text();
            evaluator.bindParameter(symbol, parameter, arguments, scope);
            Meaning value = scope.lookup(name);
            if (value instanceof Meaning.Tensor tensor) {
                Term term = Operators.term(tensor, span);
                Shape inner = parameter.shape() == null
                        ? Shape.NUMBER
                        : Shapes.bindInnermost(evaluator, parameter.shape(), tensor, scope, symbol, span);
                Shape around = Shapes.outer(tensor.shape(), inner.rank());
                Shape common = Operators.common(outer, around);
                if (common == null) {
                    throw Errors.of(
                            Code.UNEQUAL_SHAPES,
                            span,
                            "`" + symbol.name() + "` cannot combine " + outer + " and " + around,
                            "its arguments have different shapes");
                }
                outer = common;
                scope.bind(name, Meaning.Tensor.computed(new Term.Argument(terms.size(), name, inner), span));
                terms.add(term);
                shapes.add(inner);
            } else {
                if (parameter.shape() != null && value != null) {
                    throw Errors.wrongKind(span, "a row for `" + name + "` of `" + symbol.name() + "`", value);
                }
                String text = value == null ? "" : name + " = " + Meanings.text(value);
                key.add(text);
                if (arguments.containsKey(name)) {
                    configuration.add(text);
                }
            }
        }
        Specialization specialization = new Specialization(symbol, key, shapes);
        PureFunction function = specializations.get(specialization);
        if (function == null) {
            Meaning body = evaluateBody(symbol, bodyOf(declaration), scope, span);
            if (body instanceof Meaning.Stage || body instanceof Meaning.FunctionValue) {
                throw Errors.wrongKind(declaration.name().span(), "a formula in `" + symbol.name() + "`", body);
            }
            function = new PureFunction(
                    symbol.name(),
                    symbol.file().packageName(),
                    configuration,
                    declaration.documentation(),
                    shapes,
                    Operators.term(body, bodyOf(declaration).span()),
                    declaration.span());
            specializations.put(specialization, function);
        }
        Shape result = Shapes.checked(Shapes.join(outer, function.body().shape()), span);
        return Meaning.Tensor.computed(new Term.Invoke(function, terms, result, span), span);
    }

    private static Expression bodyOf(FunctionDeclaration declaration) {
        Expression body = declaration.body();
        if (body == null) {
            throw new IllegalStateException("a primitive has no body: " + declaration.name());
        }
        return body;
    }

    private Meaning evaluateBody(Symbol symbol, Expression body, Scope scope, Span call) {
        try {
            return evaluator.evaluate(body, scope);
        } catch (CompilationException e) {
            throw Blame.caller(e, symbol, call);
        }
    }
}

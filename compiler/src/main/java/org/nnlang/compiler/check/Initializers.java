package org.nnlang.compiler.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.Expression;
import org.nnlang.compiler.ast.Identifier;
import org.nnlang.compiler.ast.InitializerDeclaration;
import org.nnlang.compiler.ast.Parameter;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.CompilationException;
import org.nnlang.compiler.library.Symbol;
import org.nnlang.compiler.model.InitialValue;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.source.Span;

/** Initializers: configured where they are written, resolved to a distribution where the shape of the weight is known. */
final class Initializers {
    private Initializers() {}

    /** Whether a parameter is for an initializer: its default says so. */
    static boolean isExpected(Symbol callee, String parameterName) {
        for (Parameter parameter : callee.declaration().parameters()) {
            if (parameter.name().text().equals(parameterName) && parameter.defaultValue() != null) {
                String name = rootName(parameter.defaultValue());
                if (name == null) {
                    return false;
                }
                Symbol symbol = callee.file().lookup(name);
                return name.equals("none")
                        || (symbol != null && symbol.declaration() instanceof InitializerDeclaration);
            }
        }
        return false;
    }

    private static @Nullable String rootName(Expression expression) {
        if (expression instanceof Expression.Reference reference) {
            return reference.name().text();
        }
        if (expression instanceof Expression.Call call) {
            return rootName(call.callee());
        }
        return null;
    }

    /** An initializer with arguments in parentheses. */
    static Meaning configure(
            Evaluator evaluator, Meaning.InitializerValue initializer, Expression.Call call, Scope scope) {
        Symbol symbol = initializer.symbol();
        Map<String, Meaning> arguments = new LinkedHashMap<>(initializer.bound());
        arguments.putAll(
                evaluator.evaluate(Arguments.assign(symbol, call.arguments(), arguments.keySet()), symbol, scope));
        Arguments.requireComplete(symbol, arguments.keySet(), call.span());
        return new Meaning.InitializerValue(symbol, arguments);
    }

    /** The distribution for a weight of a shape. */
    static InitialValue resolve(Evaluator evaluator, Meaning meaning, Shape shape, Span span) {
        Meaning current = meaning;
        while (true) {
            Meaning.InitializerValue initializer = initializer(current, span);
            Symbol symbol = initializer.symbol();
            InitializerDeclaration declaration = (InitializerDeclaration) symbol.declaration();
            Arguments.requireComplete(symbol, initializer.bound().keySet(), span);
            Scope scope = new Scope(symbol.file(), null);
            bindFans(scope, shape);
            try {
                evaluator.bindParameters(symbol, initializer.bound(), scope);
                if (declaration.body() == null) {
                    return primitive(declaration, scope, span, shape);
                }
                current = evaluator.evaluateInitializer(declaration.body(), scope);
            } catch (CompilationException e) {
                throw Blame.caller(e, symbol, span);
            }
        }
    }

    private static Meaning.InitializerValue initializer(Meaning meaning, Span span) {
        if (meaning instanceof Meaning.InitializerValue initializer) {
            return initializer;
        }
        if (meaning instanceof Meaning.FunctionValue function) {
            Symbol symbol =
                    function.symbol().file().lookupInitializer(function.symbol().name());
            if (symbol != null && symbol.declaration() instanceof InitializerDeclaration) {
                return new Meaning.InitializerValue(symbol, function.bound());
            }
        }
        if (meaning instanceof Meaning.NumberValue number) {
            throw Errors.of(
                    Code.WRONG_KIND,
                    span,
                    "expected an initializer, found " + number.description(),
                    "this is a number",
                    "write `constant(" + Numbers.text(number.value()) + ")`");
        }
        throw Errors.wrongKind(span, "an initializer", meaning);
    }

    private static InitialValue primitive(InitializerDeclaration declaration, Scope scope, Span span, Shape shape) {
        List<Double> numbers = new ArrayList<>();
        for (Parameter parameter : declaration.parameters()) {
            Meaning value = scope.lookup(parameter.name().text());
            if (!(value instanceof Meaning.NumberValue number)) {
                throw Errors.wrongKind(
                        span,
                        "a number for `" + parameter.name() + "` of `" + declaration.name() + "`",
                        value == null ? new Meaning.None() : value);
            }
            if (!Double.isFinite(number.value())) {
                throw Errors.of(
                        Code.NOT_A_NUMBER,
                        span,
                        "`" + parameter.name() + "` of `" + declaration.name() + "` is " + number.value(),
                        "not a finite number");
            }
            numbers.add(number.value());
        }
        InitialValue.Distribution distribution =
                InitialValue.Distribution.valueOf(declaration.name().text().toUpperCase(Locale.ROOT));
        boolean matrixOnly = distribution == InitialValue.Distribution.IDENTITY
                ? shape.rank() != 2
                : distribution == InitialValue.Distribution.ORTHOGONAL && shape.rank() < 2;
        if (matrixOnly) {
            throw Errors.of(
                    Code.NO_FANS,
                    span,
                    "`" + declaration.name() + "` needs a matrix, the weight has shape " + shape,
                    "for a weight of shape " + shape);
        }
        return new InitialValue(distribution, numbers);
    }

    /** A weight {@code [units, n]} has n inputs and as many outputs as units; a kernel's receptive field multiplies both. */
    private static void bindFans(Scope scope, Shape shape) {
        if (shape.rank() < 2) {
            scope.bind("fan_in", new Meaning.NoFans(shape));
            scope.bind("fan_out", new Meaning.NoFans(shape));
            return;
        }
        double receptiveField = 1;
        for (int size : shape.sizes().subList(2, shape.rank())) {
            receptiveField *= size;
        }
        scope.bind("fan_in", new Meaning.NumberValue(shape.sizes().get(1) * receptiveField));
        scope.bind("fan_out", new Meaning.NumberValue(shape.sizes().get(0) * receptiveField));
    }

    static CompilationException noFans(Meaning.NoFans meaning, Identifier name) {
        return Errors.of(
                Code.NO_FANS,
                name.span(),
                "`" + name + "` is not defined for a weight of shape " + meaning.shape(),
                "only a weight with inputs and outputs has fans",
                "begin a bias with `zeros`, or with an initializer that does not use the fans");
    }
}

package org.nnlang.compiler.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nnlang.compiler.ast.Argument;
import org.nnlang.compiler.ast.ComponentDeclaration;
import org.nnlang.compiler.ast.ConstantDeclaration;
import org.nnlang.compiler.ast.Expression;
import org.nnlang.compiler.ast.FunctionDeclaration;
import org.nnlang.compiler.ast.Identifier;
import org.nnlang.compiler.ast.Parameter;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.CompilationException;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.library.Symbol;

/**
 * What an expression means: the dispatch over the kinds of expressions of one model's evaluation.
 *
 * <p>The rules themselves are in classes of their own: {@link Operators}, {@link Functions}, {@link Pipes}, {@link Components}.
 */
final class Evaluator {
    private static final int MOST_TURNS = 100_000;
    private static final int MOST_OPERATORS = 500;

    private final Diagnostics diagnostics;
    private final Functions functions = new Functions(this);
    private final Pipes pipes = new Pipes(this);
    private final Components components = new Components(this);
    private final Map<Symbol, Meaning> constants = new HashMap<>();

    Evaluator(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    Functions functions() {
        return functions;
    }

    Pipes pipes() {
        return pipes;
    }

    Components components() {
        return components;
    }

    /** What an expression means where a function, a number or a network is expected. */
    Meaning evaluate(Expression expression, Scope scope) {
        if (expression instanceof Expression.NumberLiteral number) {
            return new Meaning.NumberValue(number.value());
        }
        if (expression instanceof Expression.BooleanLiteral truth) {
            return new Meaning.TruthValue(truth.value());
        }
        if (expression instanceof Expression.StringLiteral text) {
            return new Meaning.TextValue(text.value());
        }
        if (expression instanceof Expression.Reference reference) {
            return reference(reference.name(), scope, false);
        }
        if (expression instanceof Expression.Member member) {
            return member(member, scope);
        }
        if (expression instanceof Expression.Call call) {
            return call(call, scope);
        }
        if (expression instanceof Expression.Pipe pipe) {
            return pipes.evaluate(pipe, scope);
        }
        if (expression instanceof Expression.Binary binary) {
            return binary(binary, scope);
        }
        if (expression instanceof Expression.Choice choice) {
            return choice(choice, scope);
        }
        if (expression instanceof Expression.Repeat repeat) {
            return repeat(repeat, scope);
        }
        if (expression instanceof Expression.Group group) {
            return group(group, scope);
        }
        if (expression instanceof Expression.ListOf list) {
            return list(list, scope);
        }
        if (expression instanceof Expression.Negate negate) {
            return Operators.negate(evaluate(negate.operand(), scope), negate);
        }
        if (expression instanceof Expression.Not not) {
            return Operators.not(evaluate(not.operand(), scope), not);
        }
        throw new IllegalStateException("no rule for " + expression.getClass());
    }

    /** A long chain such as {@code a + b + c + ...} leans to the left; it is walked without recursion. */
    private Meaning binary(Expression.Binary binary, Scope scope) {
        List<Expression.Binary> spine = new ArrayList<>();
        Expression leftmost = binary;
        while (leftmost instanceof Expression.Binary next) {
            spine.add(next);
            leftmost = next.left();
        }
        if (spine.size() > MOST_OPERATORS) {
            throw Errors.of(
                    Code.NESTING_TOO_DEEP,
                    spine.get(spine.size() - 1 - MOST_OPERATORS).operatorSpan(),
                    "more than " + MOST_OPERATORS + " operators in one chain",
                    "one operator too many",
                    "name parts of it with `let`");
        }
        Meaning result = evaluate(leftmost, scope);
        for (int i = spine.size() - 1; i >= 0; i--) {
            Expression.Binary step = spine.get(i);
            result = Operators.binary(result, step, evaluate(step.right(), scope), scope);
        }
        return result;
    }

    /** What an expression means where an initializer is expected. */
    Meaning evaluateInitializer(Expression expression, Scope scope) {
        if (expression instanceof Expression.Reference reference) {
            return reference(reference.name(), scope, true);
        }
        if (expression instanceof Expression.Call call && call.callee() instanceof Expression.Reference callee) {
            Meaning meaning = reference(callee.name(), scope, true);
            return call(call, meaning, scope);
        }
        if (expression instanceof Expression.Choice choice) {
            boolean condition = truth(choice.condition(), scope);
            return evaluateInitializer(condition ? choice.whenTrue() : choice.whenFalse(), scope);
        }
        if (expression instanceof Expression.Group group && group.elements().size() == 1) {
            return evaluateInitializer(group.elements().get(0), scope);
        }
        return evaluate(expression, scope);
    }

    private Meaning reference(Identifier name, Scope scope, boolean initializer) {
        String text = name.text();
        Meaning bound = scope.lookup(text);
        if (bound instanceof Meaning.NoFans noFans) {
            throw Initializers.noFans(noFans, name);
        }
        if (bound != null) {
            return bound;
        }
        if (text.equals("none")) {
            return new Meaning.None();
        }
        if (text.equals("fan_in") || text.equals("fan_out")) {
            throw NameRules.fanOutsideInitializer(name);
        }
        if (scope.file().isBroken(text)) {
            throw new Poisoned();
        }
        Symbol symbol = initializer
                ? scope.file().lookupInitializer(text)
                : scope.file().lookup(text);
        if (symbol == null) {
            throw new CompilationException(Errors.unknownName(text, name.span(), scope.names()));
        }
        return meaningOf(symbol);
    }

    /** What a declaration means where its name is used. */
    Meaning meaningOf(Symbol symbol) {
        if (symbol.file().isBroken(symbol.name())) {
            throw new Poisoned();
        }
        if (symbol.declaration() instanceof ComponentDeclaration) {
            return new Meaning.ComponentValue(symbol);
        }
        if (symbol.declaration() instanceof FunctionDeclaration) {
            return new Meaning.FunctionValue(symbol, Map.of());
        }
        if (symbol.declaration() instanceof ConstantDeclaration constant) {
            Meaning known = constants.get(symbol);
            if (known == null) {
                known = evaluate(constant.value(), new Scope(symbol.file(), null));
                if (known instanceof NetworkStage stage) {
                    known = new NetworkStage.Named(symbol.name(), stage, constant.span());
                }
                constants.put(symbol, known);
            }
            return known;
        }
        return new Meaning.InitializerValue(symbol, Map.of());
    }

    private Meaning member(Expression.Member member, Scope scope) {
        Meaning target = evaluate(member.target(), scope);
        if (target instanceof Meaning.Outputs outputs) {
            Meaning.Tensor output = outputs.byName().get(member.name().text());
            if (output == null) {
                throw new CompilationException(Errors.unknownName(
                        member.name().text(),
                        member.name().span(),
                        outputs.byName().keySet()));
            }
            return output;
        }
        throw Errors.of(
                Code.WRONG_KIND,
                member.name().span(),
                target.description() + " has no part named `" + member.name() + "`",
                "only a component with several outputs has named parts");
    }

    private Meaning call(Expression.Call call, Scope scope) {
        return call(call, evaluate(call.callee(), scope), scope);
    }

    private Meaning call(Expression.Call call, Meaning callee, Scope scope) {
        if (callee instanceof Meaning.FunctionValue function) {
            return functions.call(function, call, scope);
        }
        if (callee instanceof Meaning.InitializerValue initializer) {
            return Initializers.configure(this, initializer, call, scope);
        }
        if (callee instanceof Meaning.ComponentValue component) {
            Map<String, Meaning> arguments = evaluate(
                    Arguments.assign(component.symbol(), call.arguments(), Set.of()), component.symbol(), scope);
            Arguments.requireComplete(component.symbol(), arguments.keySet(), call.span());
            return new NetworkStage.Configured(component.symbol(), arguments, call.span());
        }
        throw Errors.of(
                Code.WRONG_KIND,
                call.callee().span(),
                callee.description() + " cannot be called",
                "this is " + callee.description(),
                callee instanceof Meaning.Stage
                        ? "apply it with a pipe: `x -> " + call.callee().span().text() + "`"
                        : "only functions, initializers and layers are called");
    }

    /** Evaluates assigned arguments, each as its parameter's default says: as an initializer or not. */
    Map<String, Meaning> evaluate(Map<String, Argument> assigned, Symbol callee, Scope scope) {
        Map<String, Meaning> values = new LinkedHashMap<>();
        for (Map.Entry<String, Argument> entry : assigned.entrySet()) {
            Expression value = entry.getValue().value();
            values.put(
                    entry.getKey(),
                    Initializers.isExpected(callee, entry.getKey())
                            ? evaluateInitializer(value, scope)
                            : evaluate(value, scope));
        }
        return values;
    }

    /** Adds the defaults of parameters that are not bound, in order, each evaluated where it is declared. */
    void bindParameters(Symbol callee, Map<String, Meaning> arguments, Scope scope) {
        for (Parameter parameter : callee.declaration().parameters()) {
            bindParameter(callee, parameter, arguments, scope);
        }
    }

    /** Binds one parameter to its argument or, where there is none, to its default. */
    void bindParameter(Symbol callee, Parameter parameter, Map<String, Meaning> arguments, Scope scope) {
        String name = parameter.name().text();
        Meaning value = arguments.get(name);
        if (value == null && parameter.defaultValue() != null) {
            value = Initializers.isExpected(callee, name)
                    ? evaluateInitializer(parameter.defaultValue(), scope)
                    : evaluate(parameter.defaultValue(), scope);
        }
        if (value != null) {
            scope.bind(name, value);
        }
    }

    private Meaning choice(Expression.Choice choice, Scope scope) {
        Meaning condition = evaluate(choice.condition(), scope);
        if (condition instanceof Meaning.TruthValue truth) {
            return evaluate(truth.value() ? choice.whenTrue() : choice.whenFalse(), scope);
        }
        return Operators.choose(
                condition, evaluate(choice.whenTrue(), scope), evaluate(choice.whenFalse(), scope), choice);
    }

    /** A condition that must be known at compile time. */
    boolean truth(Expression condition, Scope scope) {
        Meaning meaning = evaluate(condition, scope);
        if (meaning instanceof Meaning.TruthValue truth) {
            return truth.value();
        }
        throw Errors.of(
                Code.NOT_A_COMPILE_TIME_VALUE,
                condition.span(),
                "expected a condition that is known at compile time, found " + meaning.description(),
                "this is " + meaning.description());
    }

    private Meaning repeat(Expression.Repeat repeat, Scope scope) {
        Meaning times = evaluate(repeat.times(), scope);
        List<Meaning> elements = new ArrayList<>();
        if (times instanceof Meaning.ListValue list) {
            elements.addAll(list.elements());
        } else if (times instanceof Meaning.NumberValue number
                && number.value() >= 0
                && number.value() == Math.rint(number.value())) {
            if (number.value() > MOST_TURNS) {
                throw Errors.of(
                        Code.TOO_LARGE,
                        repeat.times().span(),
                        "more than " + MOST_TURNS + " repetitions",
                        "this is " + number.description());
            }
            for (int i = 0; i < (int) number.value(); i++) {
                elements.add(new Meaning.NumberValue(i));
            }
        } else {
            throw Errors.of(
                    Code.WRONG_KIND,
                    repeat.times().span(),
                    "`repeat` takes a whole number or a list, found " + times.description(),
                    "this is " + times.description());
        }
        List<Meaning> turns = new ArrayList<>();
        for (Meaning element : elements) {
            Scope turn = scope.inner();
            if (repeat.binder() != null) {
                turn.bind(repeat.binder().text(), element);
            }
            turns.add(evaluate(repeat.body(), turn));
        }
        return new NetworkStage.Repeated(turns, repeat.span());
    }

    private Meaning group(Expression.Group group, Scope scope) {
        if (group.elements().size() == 1) {
            return evaluate(group.elements().get(0), scope);
        }
        return new Meaning.Group(group.elements().stream()
                .map(element -> evaluate(element, scope))
                .toList());
    }

    private Meaning list(Expression.ListOf list, Scope scope) {
        return new Meaning.ListValue(list.elements().stream()
                .map(element -> evaluate(element, scope))
                .toList());
    }
}

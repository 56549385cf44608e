package org.nnlang.compiler.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.ComponentDeclaration;
import org.nnlang.compiler.ast.Expression;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.CompilationException;
import org.nnlang.compiler.library.Symbol;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Step;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.model.Value;
import org.nnlang.compiler.source.Span;

/** Applications of layers: each becomes a {@link Step.LayerCall} of its {@link Instance}. */
final class Components {
    /** The constants of a Java class do not name many more. */
    private static final int MOST_CALLS = 5_000;

    private final Evaluator evaluator;
    private final Body body;
    private int calls;

    Components(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.body = new Body(evaluator);
    }

    Body body() {
        return body;
    }

    /** Applies a configured layer or model. */
    Meaning apply(
            NetworkStage.Configured stage, Meaning input, @Nullable String name, Span span, Application application) {
        Symbol symbol = stage.symbol();
        ComponentDeclaration declaration = (ComponentDeclaration) symbol.declaration();
        if (symbol.file().isBroken(symbol.name())) {
            throw new Poisoned();
        }
        if (++calls > MOST_CALLS) {
            throw Errors.of(
                    Code.TOO_LARGE,
                    span,
                    "this model has more than " + MOST_CALLS + " layers, too many for one Java class",
                    "one layer too many");
        }
        Instance instance = stage.instance();
        if (instance == null) {
            String last = name != null ? name : application.freeName(Application.nameOf(symbol.name()));
            instance = childOf(
                    application,
                    last,
                    new Instance(
                            application.instance().pathOf(last),
                            symbol.name(),
                            symbol.file().packageName(),
                            declaration.documentation(),
                            argumentTexts(stage.arguments()),
                            stage.span()));
            stage.become(instance);
        }
        try {
            return apply(stage, declaration, instance, input, span, application);
        } catch (CompilationException e) {
            throw Blame.caller(e, symbol, stage.span());
        }
    }

    private Meaning apply(
            NetworkStage.Configured stage,
            ComponentDeclaration declaration,
            Instance instance,
            Meaning input,
            Span span,
            Application application) {
        Symbol symbol = stage.symbol();
        List<Meaning.Tensor> inputs = new ArrayList<>();
        for (Meaning value : Pipes.values(input)) {
            inputs.add(materialized(value, span, application));
        }
        Application inside = new Application(instance, false);
        Scope scope = new Scope(symbol.file(), inside);
        Map<String, Meaning.Tensor> outputs;
        if (declaration.statements() != null) {
            evaluator.bindParameters(symbol, stage.arguments(), scope);
            outputs = body.evaluate(symbol, declaration.statements(), inputs, scope, span, inside);
        } else if (declaration.expression() != null) {
            evaluator.bindParameters(symbol, stage.arguments(), scope);
            outputs = alias(declaration.expression(), input, scope, inside);
        } else {
            outputs = primitive(declaration, inputs, span, inside);
        }
        return record(instance, inputs, inside, outputs, span, application);
    }

    /** A stage with a fixed name but no declaration of its own: a Sequential, as in PyTorch. */
    Meaning applySequential(NetworkStage.Chain chain, Meaning input, String name, Span span, Application application) {
        Instance instance = chain.instance();
        if (instance == null) {
            instance = childOf(
                    application,
                    name,
                    new Instance(
                            application.instance().pathOf(name), "Sequential", "nn.core", "", List.of(), chain.span()));
            chain.become(instance);
        }
        List<Meaning.Tensor> inputs = new ArrayList<>();
        for (Meaning value : Pipes.values(input)) {
            inputs.add(materialized(value, span, application));
        }
        Application inside = new Application(instance, false);
        Meaning piped = inputs.size() == 1 ? inputs.get(0) : new Meaning.Group(List.copyOf(inputs));
        Map<String, Meaning.Tensor> outputs = named(evaluator.pipes().applyChain(chain, piped, inside), span);
        return record(instance, inputs, inside, outputs, span, application);
    }

    private static Instance childOf(Application application, String name, Instance fresh) {
        Instance parent = application.instance();
        Instance known = parent.child(name);
        if (known != null) {
            return known;
        }
        if (parent.isFrozen()) {
            throw Errors.of(
                    Code.INPUT_SHAPE_DIFFERS,
                    fresh.span(),
                    "a shared layer must be built alike at each of its uses",
                    "this layer is not part of the first use");
        }
        parent.add(name, fresh);
        return fresh;
    }

    private Map<String, Meaning.Tensor> alias(Expression expression, Meaning input, Scope scope, Application inside) {
        Meaning stage = evaluator.evaluate(expression, scope);
        return named(evaluator.pipes().apply(stage, input, null, expression.span(), inside), expression.span());
    }

    private static Map<String, Meaning.Tensor> named(Meaning result, Span span) {
        if (result instanceof Meaning.Outputs outputs) {
            return outputs.byName();
        }
        return Map.of("output", Meaning.Tensor.computed(Operators.term(result, span), span));
    }

    private static Map<String, Meaning.Tensor> primitive(
            ComponentDeclaration declaration, List<Meaning.Tensor> inputs, Span span, Application inside) {
        if (!declaration.name().text().equals("Concat")) {
            throw new IllegalStateException("no primitive layer " + declaration.name());
        }
        List<Term> terms = inputs.stream().map(Meaning.Tensor::term).toList();
        if (terms.size() < 2) {
            throw Errors.of(
                    Code.WRONG_NUMBER_OF_INPUTS,
                    span,
                    "`Concat` joins two or more values, got " + terms.size(),
                    "joins several values",
                    "pipe a group into it: `(a, b) -> Concat()`");
        }
        Shape shape = Primitives.concatShape(terms, span);
        Value value = inside.compute(new Term.Apply(Primitive.CONCAT, terms, shape, span), span);
        return Map.of("output", tensor(value, span, Meaning.Tensor.Origin.LAYER));
    }

    private static Meaning record(
            Instance instance,
            List<Meaning.Tensor> inputs,
            Application inside,
            Map<String, Meaning.Tensor> outputs,
            Span span,
            Application application) {
        List<Value> inputValues = new ArrayList<>();
        for (Meaning.Tensor input : inputs) {
            inputValues.add(((Term.ValueOf) input.term()).value());
        }
        Map<String, Meaning.Tensor> results = new LinkedHashMap<>();
        List<Value> outputValues = new ArrayList<>();
        outputs.forEach((name, output) -> {
            Value value = inside.compute(output.term(), span);
            outputValues.add(value);
            results.put(name, tensor(value, span, Meaning.Tensor.Origin.LAYER));
        });
        application.steps().add(new Step.LayerCall(instance.freeze(), inputValues, inside.steps(), outputValues, span));
        return results.size() == 1 ? results.values().iterator().next() : new Meaning.Outputs(results);
    }

    /** A value computed once, so that it can be used many times. */
    static Meaning.Tensor materialized(Meaning value, Span span, Application application) {
        Term term = Operators.term(value, span);
        if (value instanceof Meaning.Tensor tensor && term instanceof Term.ValueOf) {
            return tensor;
        }
        return tensor(application.compute(term, span), span, Meaning.Tensor.Origin.COMPUTED);
    }

    static Meaning.Tensor tensor(Value value, Span span, Meaning.Tensor.Origin how) {
        return new Meaning.Tensor(new Term.ValueOf(value), span, how);
    }

    static List<String> argumentTexts(Map<String, Meaning> arguments) {
        return arguments.entrySet().stream()
                .map(argument -> argument.getKey() + " = " + Meanings.text(argument.getValue()))
                .toList();
    }
}

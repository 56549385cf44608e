package org.nnlang.compiler.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.Expression;
import org.nnlang.compiler.ast.Stage;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.model.Value;
import org.nnlang.compiler.source.Span;

/** The pipe: a value into a stage applies it, a stage into a stage composes them. */
final class Pipes {
    private final Evaluator evaluator;

    Pipes(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Meaning evaluate(Expression.Pipe pipe, Scope scope) {
        Stage first = pipe.stages().get(0);
        Meaning current = evaluator.evaluate(first.value(), scope);
        if (isValue(current)) {
            for (Stage stage : pipe.stages().subList(1, pipe.stages().size())) {
                current = apply(
                        labelled(stage, scope), current, null, stage.value().span(), scope.application());
            }
            return current;
        }
        List<Meaning> stages = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < pipe.stages().size(); i++) {
            Stage stage = pipe.stages().get(i);
            Meaning meaning = i == 0 ? current : labelled(stage, scope);
            requireStage(meaning, stage.value().span());
            stages.add(meaning);
            spans.add(stage.value().span());
        }
        return new NetworkStage.Chain(stages, spans, pipe.span());
    }

    private static boolean isValue(Meaning meaning) {
        return meaning instanceof Meaning.Tensor
                || meaning instanceof Meaning.Outputs
                || meaning instanceof Meaning.NumberValue
                || (meaning instanceof Meaning.Group group
                        && group.elements().stream().allMatch(Pipes::isValue));
    }

    private Meaning labelled(Stage stage, Scope scope) {
        Meaning meaning = evaluator.evaluate(stage.value(), scope);
        return stage.label() == null
                ? meaning
                : new NetworkStage.Named(
                        stage.label().text(), meaning, stage.label().span());
    }

    private static void requireStage(Meaning meaning, Span span) {
        if (meaning instanceof Meaning.Stage || meaning instanceof Meaning.FunctionValue) {
            return;
        }
        if (meaning instanceof Meaning.ComponentValue component) {
            throw Errors.of(
                    Code.MISSING_ARGUMENT,
                    span,
                    "`" + component.symbol().name() + "` is a layer, and needs parentheses",
                    "not configured",
                    "write `" + Arguments.signature(component.symbol().declaration()) + "`");
        }
        if (meaning instanceof Meaning.Tensor || meaning instanceof Meaning.Outputs) {
            throw Errors.of(
                    Code.WRONG_KIND,
                    span,
                    "a value stands where a stage is expected",
                    "this is " + meaning.description(),
                    "only the beginning of a pipe is a value; to join two values write `(a, b) -> Concat()`");
        }
        throw Errors.of(
                Code.WRONG_KIND,
                span,
                "expected a layer or a function, found " + meaning.description(),
                "this is " + meaning.description(),
                meaning instanceof Meaning.NumberValue
                        ? "to configure a function, name its argument: `leaky_relu(slope = 0.2)`"
                        : "pipe values into layers and functions");
    }

    /**
     * Applies a stage.
     *
     * @param input what is piped in
     * @param name the last part of the path that its weights get, or null for one derived from the layer's name
     */
    Meaning apply(Meaning stage, Meaning input, @Nullable String name, Span span, @Nullable Application application) {
        requireStage(stage, span);
        if (stage instanceof Meaning.FunctionValue function) {
            return applyFunction(function, input, name, span, application);
        }
        if (application == null) {
            throw Errors.of(
                    Code.MISPLACED_STATEMENT,
                    span,
                    "a layer cannot be applied here",
                    "only the body of a model or a layer applies layers");
        }
        if (stage instanceof NetworkStage.Named named) {
            named.takeName(application);
            return apply(named.stage(), input, named.name(), span, application);
        }
        if (stage instanceof NetworkStage.Configured configured) {
            return evaluator.components().apply(configured, input, name, span, application);
        }
        if (stage instanceof NetworkStage.Chain chain) {
            return name == null
                    ? applyChain(chain, input, application)
                    : evaluator.components().applySequential(chain, input, name, span, application);
        }
        return applyRepeated((NetworkStage.Repeated) stage, input, name, application);
    }

    private Meaning applyFunction(
            Meaning.FunctionValue function,
            Meaning input,
            @Nullable String name,
            Span span,
            @Nullable Application application) {
        Meaning result = evaluator.functions().pipe(function, values(input), span);
        if (application == null || !(result instanceof Meaning.Tensor tensor)) {
            return result;
        }
        String shown = function.symbol().name();
        Value value = application.compute(tensor.term(), shown, name == null ? shown : name, true, span);
        return Components.tensor(value, span, Meaning.Tensor.Origin.COMPUTED);
    }

    /** The stages of a chain, one after another. */
    Meaning applyChain(NetworkStage.Chain chain, Meaning input, Application application) {
        Meaning current = input;
        for (int i = 0; i < chain.stages().size(); i++) {
            current = apply(chain.stages().get(i), current, null, chain.spans().get(i), application);
        }
        return current;
    }

    /** The turns of a repetition; turn i of a layer called {@code residual} is {@code residual[i]}. */
    private Meaning applyRepeated(
            NetworkStage.Repeated repeated, Meaning input, @Nullable String name, Application application) {
        Map<String, String> names = new HashMap<>();
        Meaning current = input;
        for (int i = 0; i < repeated.turns().size(); i++) {
            Meaning turn = repeated.turns().get(i);
            String base = name;
            if (base == null && turn instanceof NetworkStage.Configured configured) {
                base = Application.nameOf(configured.symbol().name());
            } else if (base == null && turn instanceof NetworkStage) {
                base = "repeat";
            }
            String indexed = null;
            if (base != null && !(turn instanceof NetworkStage.Named)) {
                String taken = name != null ? name : names.computeIfAbsent(base, application::freeName);
                indexed = taken + "[" + i + "]";
            }
            current = apply(turn, current, indexed, repeated.span(), application);
        }
        return current;
    }

    /** What is piped in, one by one. */
    static List<Meaning> values(Meaning input) {
        if (input instanceof Meaning.Group group) {
            return group.elements().stream()
                    .flatMap(element -> values(element).stream())
                    .toList();
        }
        if (input instanceof Meaning.Outputs outputs) {
            return List.copyOf(outputs.byName().values());
        }
        return List.of(input);
    }
}

package org.nnlang.compiler.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A checked model as stable text: what `nn print --stage=model` shows and the tests compare. */
public final class ModelPrinter {
    private final StringBuilder text = new StringBuilder();

    private ModelPrinter() {}

    /** Prints one model. */
    public static String print(CheckedModel model) {
        ModelPrinter printer = new ModelPrinter();
        printer.model(model);
        return printer.text.toString();
    }

    private void model(CheckedModel model) {
        String prefix = model.packageName().isEmpty() ? "" : model.packageName() + ".";
        line(0, "model " + prefix + model.name() + " (" + model.form().name().toLowerCase(Locale.ROOT) + ")");
        model.inputs().forEach(input -> line(1, "input " + input.value()));
        layer(model.root(), 1);
        steps(model.steps(), 1);
        model.outputs()
                .forEach(output -> line(
                        1,
                        "output " + output.name() + ": " + output.value().shape() + " = "
                                + output.value().name()));
    }

    private void layer(LayerInstance layer, int depth) {
        for (Weight weight : layer.weights()) {
            line(depth, (weight.trainable() ? "param " : "state ") + weight + " = " + weight.initialValue());
        }
        for (LayerInstance child : layer.children()) {
            line(
                    depth,
                    "layer " + child.path() + ": " + child.type()
                            + child.arguments().stream().collect(Collectors.joining(", ", "(", ")")));
            layer(child, depth + 1);
        }
    }

    private void steps(List<Step> steps, int depth) {
        for (Step step : steps) {
            if (step instanceof Step.LayerCall call) {
                line(depth, values(call.outputs()) + " = " + call.layer().path() + "(" + values(call.inputs()) + ")");
                steps(call.body(), depth + 1);
            } else if (step instanceof Step.Computation computation) {
                line(depth, computation.result() + " = " + term(computation.term()));
            }
        }
    }

    private static String values(List<Value> values) {
        return values.stream().map(Value::name).collect(Collectors.joining(", "));
    }

    /** A term on one line; a function's formula is its own, and not shown. */
    public static String term(Term term) {
        if (term instanceof Term.ValueOf value) {
            return value.value().name();
        }
        if (term instanceof Term.WeightOf weight) {
            return weight.weight().path();
        }
        if (term instanceof Term.Constant constant) {
            return String.valueOf(constant.value());
        }
        if (term instanceof Term.Argument argument) {
            return argument.name();
        }
        if (term instanceof Term.Slice slice) {
            return term(slice.row()) + "[" + slice.from() + "..]";
        }
        if (term instanceof Term.Apply apply) {
            return apply.primitive().functionName() + terms(apply.arguments());
        }
        Term.Invoke invoke = (Term.Invoke) term;
        String configuration = String.join(", ", invoke.function().configuration());
        return invoke.function().name()
                + (configuration.isEmpty() ? "" : "{" + configuration + "}")
                + terms(invoke.arguments());
    }

    private static String terms(List<Term> terms) {
        return terms.stream().map(ModelPrinter::term).collect(Collectors.joining(", ", "(", ")"));
    }

    private void line(int depth, String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }
}

package org.nnlang.compiler.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.FunctionDeclaration;
import org.nnlang.compiler.ast.Parameter;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.CompilationException;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.diagnostic.Diagnostics;
import org.nnlang.compiler.library.FileScope;
import org.nnlang.compiler.library.Symbol;
import org.nnlang.compiler.model.CheckedLoss;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.model.Value;
import org.nnlang.compiler.source.Span;

/**
 * The losses that training can use: those of a prediction and a target, evaluated once for rows of any length.
 *
 * <p>Parameters with a default become settings, which Java chooses. Where a default decides more than a number, such as which of
 * two formulas is meant, it stays what it is.
 */
public final class LossRules {
    /** Lengths that were added or multiplied where they are not known. */
    private static final Pattern SUM_OF_LENGTHS = Pattern.compile("\\d{10,}");

    private final Symbol symbol;
    private final FunctionDeclaration declaration;
    private final Diagnostics diagnostics;

    /** What is wrong for rows of any length may be right for those of a model, so that none of it is an error. */
    private final Diagnostics ofAnyLength = new Diagnostics();

    private final Evaluator evaluator = new Evaluator(ofAnyLength);

    private LossRules(Symbol symbol, FunctionDeclaration declaration, Diagnostics diagnostics) {
        this.symbol = symbol;
        this.declaration = declaration;
        this.diagnostics = diagnostics;
    }

    /** The losses of a file, in order. */
    public static List<CheckedLoss> check(FileScope file, Diagnostics diagnostics) {
        List<CheckedLoss> losses = new ArrayList<>();
        for (Symbol symbol : file.declared()) {
            if (symbol.declaration() instanceof FunctionDeclaration function
                    && function.kind() == FunctionDeclaration.Kind.LOSS
                    && function.body() != null
                    && !file.isBroken(symbol.name())) {
                CheckedLoss loss = new LossRules(symbol, function, diagnostics).check();
                if (loss != null) {
                    losses.add(loss);
                }
            }
        }
        return losses;
    }

    /** Null, after a warning, where it is no loss of a prediction and a target, or its formula needs to know the length of the rows. */
    private @Nullable CheckedLoss check() {
        List<Parameter> compared = declaration.parameters().stream()
                .filter(parameter -> parameter.defaultValue() == null)
                .toList();
        if (compared.size() != 2) {
            diagnostics.report(withoutClass("parameters without a default: " + compared.size())
                    .help(
                            "a loss for training compares two: the prediction and the target; parameters with a default are"
                                    + " settings")
                    .help("if no training is to use it, declare it as a `function`"));
            return null;
        }
        for (Parameter parameter : compared) {
            if (parameter.shape() != null && parameter.shape().dimensions().size() != 1) {
                diagnostics.report(withoutClass("`" + parameter.name().text() + "` is no row")
                        .because(parameter.span(), "training compares rows, `[n]`")
                        .help("write `" + parameter.name().text() + ": [n]`"));
                return null;
            }
        }
        boolean ofRows = compared.get(0).shape() != null;
        Value prediction = value(compared.get(0), Shape.of(Shape.ANY_LENGTH));
        boolean numberTarget = ofRows && compared.get(1).shape() == null;
        Value target = value(compared.get(1), numberTarget ? Shape.NUMBER : Shape.of(Shape.ANY_LENGTH));
        try {
            List<CheckedLoss.Setting> settings = settings();
            try {
                return loss(prediction, target, settings);
            } catch (CompilationException e) {
                return loss(prediction, target, List.of());
            }
        } catch (CompilationException e) {
            diagnostics.report(becauseOf(e.diagnostic()));
        } catch (Poisoned e) {
            ofAnyLength.all().stream().findFirst().map(this::becauseOf).ifPresent(diagnostics::report);
        }
        return null;
    }

    private Diagnostic becauseOf(Diagnostic cause) {
        String message = cause.message().replace(String.valueOf(Shape.ANY_LENGTH), "n");
        String reason = SUM_OF_LENGTHS.matcher(message).find() ? "its length is known only in a network" : message;
        Diagnostic warning = cause.span().equals(declaration.name().span())
                ? withoutClass(reason)
                : withoutClass("its formula does not fit rows of every length").because(cause.span(), reason);
        return warning.help("write it so that it fits rows of any length n, or declare it as a `function`");
    }

    private Diagnostic withoutClass(String reason) {
        return withoutClass(symbol.name(), declaration.name().span(), reason);
    }

    private static Diagnostic withoutClass(String name, Span span, String reason) {
        return Diagnostic.of(
                Code.LOSS_WITHOUT_CLASS,
                span,
                "loss `" + name + "` gets no Java class: training cannot use it",
                reason);
    }

    /** The warning that there is no class for a loss. */
    public static Diagnostic withoutClass(CheckedLoss loss, String reason) {
        return withoutClass(loss.name(), loss.span(), reason)
                .help(
                        "write it with arithmetic, functions of numbers, and `sum`, `mean`, `max`, `min`, `dot` or `norm` of rows")
                .help("if no training is to use it, declare it as a `function`");
    }

    private static Value value(Parameter parameter, Shape shape) {
        return new Value(parameter.name().text(), shape, parameter.span());
    }

    private List<CheckedLoss.Setting> settings() {
        List<CheckedLoss.Setting> settings = new ArrayList<>();
        Scope scope = new Scope(symbol.file(), null);
        for (Parameter parameter : declaration.parameters()) {
            if (parameter.defaultValue() != null
                    && evaluator.evaluate(parameter.defaultValue(), scope) instanceof Meaning.NumberValue number) {
                settings.add(new CheckedLoss.Setting(parameter.name().text(), number.value()));
            }
        }
        return settings;
    }

    private CheckedLoss loss(Value prediction, Value target, List<CheckedLoss.Setting> settings) {
        Span span = declaration.name().span();
        Map<String, Meaning> bound = new LinkedHashMap<>();
        settings.forEach(
                setting -> bound.put(setting.name(), Meaning.Tensor.computed(new Term.Setting(setting.name()), span)));
        List<Meaning> compared = List.of(
                Meaning.Tensor.computed(new Term.ValueOf(prediction), span),
                Meaning.Tensor.computed(new Term.ValueOf(target), span));
        Meaning value = evaluator.functions().pipe(new Meaning.FunctionValue(symbol, bound), compared, span);
        return new CheckedLoss(
                symbol.file().packageName(),
                symbol.name(),
                declaration.documentation(),
                settings,
                prediction,
                target,
                number(Operators.term(value, span), span),
                span);
    }

    /** A loss of numbers is the mean over the row. */
    private static Term number(Term value, Span span) {
        if (value.shape().rank() == 0) {
            return value;
        }
        Term sum = new Term.Apply(Primitive.SUM, List.of(value), Shape.NUMBER, span);
        return new Term.Apply(Primitive.DIVIDE, List.of(sum, new Term.RowLength()), Shape.NUMBER, span);
    }
}

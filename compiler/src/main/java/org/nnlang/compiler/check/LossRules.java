package org.nnlang.compiler.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.FunctionDeclaration;
import org.nnlang.compiler.ast.Parameter;
import org.nnlang.compiler.diagnostic.CompilationException;
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
    private final Symbol symbol;
    private final FunctionDeclaration declaration;
    private final Evaluator evaluator;

    private LossRules(Symbol symbol, FunctionDeclaration declaration, Diagnostics diagnostics) {
        this.symbol = symbol;
        this.declaration = declaration;
        this.evaluator = new Evaluator(diagnostics);
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

    /** Null where it is no loss of a prediction and a target, or its formula needs to know the length of the rows. */
    private @Nullable CheckedLoss check() {
        List<Parameter> compared = declaration.parameters().stream()
                .filter(parameter -> parameter.defaultValue() == null)
                .toList();
        boolean fits = compared.size() == 2
                && compared.stream()
                        .allMatch(parameter -> parameter.shape() == null
                                || parameter.shape().dimensions().size() == 1);
        if (!fits) {
            return null;
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
        } catch (CompilationException | Poisoned e) {
            return null;
        }
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
                declaration.span());
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

package org.nnlang.compiler.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nnlang.compiler.ast.FunctionDeclaration;
import org.nnlang.compiler.ast.Parameter;
import org.nnlang.compiler.check.DeclaredFunctions;
import org.nnlang.compiler.gradient.ScalarDerivatives;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarFunction;
import org.nnlang.compiler.graph.ScalarFunctions;
import org.nnlang.compiler.library.Symbol;
import org.nnlang.compiler.lint.Formula;
import org.nnlang.compiler.model.Primitive;

/** What a declared function computes, its derivatives, and some of its values. */
public final class FunctionExplanation {
    private static final double[] SAMPLES = {-3, -1, 0, 1, 3};
    /** A longer formula tells a reader less than its values do. */
    private static final int LONGEST_FORMULA = 250;

    private final FunctionDeclaration declaration;
    private final ScalarFunction function;
    private final List<String> names;

    private FunctionExplanation(FunctionDeclaration declaration, ScalarFunction function) {
        this.declaration = declaration;
        this.function = function;
        this.names = declaration.parameters().stream()
                .map(parameter -> parameter.name().text())
                .limit(function.parameters().size())
                .toList();
    }

    /**
     * Explains a function of a file without errors.
     *
     * @return lines of text; nothing for what is no function of one number after another
     */
    public static Optional<String> of(Symbol symbol) {
        if (!(symbol.declaration() instanceof FunctionDeclaration declaration)) {
            return Optional.empty();
        }
        Optional<ScalarFunction> function = declaration.body() == null
                ? primitive(declaration)
                : DeclaredFunctions.withSettings(symbol).flatMap(new ScalarFunctions()::of);
        return function.filter(each -> !each.parameters().isEmpty())
                .map(each -> new FunctionExplanation(declaration, each).text());
    }

    private static Optional<ScalarFunction> primitive(FunctionDeclaration declaration) {
        String name = declaration.name().text();
        for (Primitive primitive : Primitive.values()) {
            if (primitive.kind() == Primitive.Kind.ELEMENT
                    && primitive.functionName().equals(name)) {
                ScalarExpression[] operands = IntStream.range(0, primitive.arity())
                        .mapToObj(ScalarExpression.Operand::new)
                        .toArray(ScalarExpression[]::new);
                List<String> names = declaration.parameters().stream()
                        .map(parameter -> parameter.name().text())
                        .toList();
                return Optional.of(
                        new ScalarFunction(name, List.of(), names, ScalarExpression.apply(primitive, operands)));
            }
        }
        return Optional.empty();
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        ScalarExpression formula = Algebra.inlined(function.body());
        if (!formula.equals(function.body())) {
            add(lines, declaration.name().text() + " = ", formula);
        }
        List<ScalarExpression> derivatives = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (declaration.parameters().get(i).defaultValue() == null) {
                derivatives.add(ScalarDerivatives.of(formula, i));
                String by = derivativeName(i);
                add(lines, by + " = ", Cases.split(derivatives.get(derivatives.size() - 1)));
            }
        }
        if (derivatives.size() == 1) {
            table(lines, formula, derivatives.get(0));
        }
        return String.join("\n", lines);
    }

    private String derivativeName(int parameter) {
        boolean only = declaration.parameters().stream()
                        .filter(each -> each.defaultValue() == null)
                        .count()
                == 1;
        return declaration.name().text() + "'" + (only ? "" : " by " + names.get(parameter));
    }

    private void add(List<String> lines, String start, ScalarExpression formula) {
        String text = FormulaText.of(formula, names);
        lines.add(start + (text.length() > LONGEST_FORMULA ? "... (a long formula)" : text));
    }

    private void table(List<String> lines, ScalarExpression formula, ScalarExpression derivative) {
        double[] operands = new double[names.size()];
        List<String> defaults = new ArrayList<>();
        int place = 0;
        for (int i = 0; i < names.size(); i++) {
            Parameter parameter = declaration.parameters().get(i);
            if (parameter.defaultValue() == null) {
                place = i;
            } else {
                Optional<Double> value = number(parameter);
                if (value.isEmpty()) {
                    return;
                }
                operands[i] = value.get();
                defaults.add(
                        names.get(i) + " = " + parameter.defaultValue().span().text());
            }
        }
        lines.add("");
        String name = declaration.name().text();
        int width = Math.max(12, name.length() + 3);
        lines.add(row(width, names.get(place), name, name + "'")
                + (defaults.isEmpty() ? "" : "   with " + String.join(", ", defaults)));
        for (double sample : SAMPLES) {
            operands[place] = sample;
            lines.add(row(
                    width,
                    String.format(Locale.ROOT, "%.0f", sample),
                    number(new Formula(formula).exact(operands)),
                    number(new Formula(derivative).exact(operands))));
        }
    }

    private static Optional<Double> number(Parameter parameter) {
        try {
            return Optional.of(Double.valueOf(
                    parameter.defaultValue() == null
                            ? ""
                            : parameter.defaultValue().span().text()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String row(int width, String x, String value, String derivative) {
        return String.format(Locale.ROOT, "%6s%" + width + "s%" + width + "s", x, value, derivative);
    }

    /** Six digits are what a float has for sure. */
    private static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        return value == 0 ? "0" : String.format(Locale.ROOT, Math.abs(value) < 1e-4 ? "%.5e" : "%.6f", value);
    }
}

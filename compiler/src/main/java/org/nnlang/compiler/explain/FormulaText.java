package org.nnlang.compiler.explain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarExpression.Invoke;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.model.Primitive;

/** Formulas as text of a `.nn` file, with no more parentheses than its grammar needs. */
public final class FormulaText {
    /** How tightly a text holds together; a part of less needs parentheses. */
    private static final class Binding {
        static final int CHOICE = 0;
        static final int OR = 1;
        static final int AND = 2;
        static final int NOT = 3;
        static final int COMPARISON = 4;
        static final int SUM = 5;
        static final int PRODUCT = 6;
        static final int NEGATION = 7;
        static final int POWER = 8;
        static final int WHOLE = 9;
    }

    private record Infix(String sign, int binding) {}

    private static final Map<Primitive, Infix> INFIX = new EnumMap<>(Primitive.class);

    static {
        INFIX.put(Primitive.ADD, new Infix("+", Binding.SUM));
        INFIX.put(Primitive.SUBTRACT, new Infix("-", Binding.SUM));
        INFIX.put(Primitive.MULTIPLY, new Infix("*", Binding.PRODUCT));
        INFIX.put(Primitive.DIVIDE, new Infix("/", Binding.PRODUCT));
        INFIX.put(Primitive.REMAINDER, new Infix("%", Binding.PRODUCT));
        INFIX.put(Primitive.LESS, new Infix("<", Binding.COMPARISON));
        INFIX.put(Primitive.LESS_OR_EQUAL, new Infix("<=", Binding.COMPARISON));
        INFIX.put(Primitive.GREATER, new Infix(">", Binding.COMPARISON));
        INFIX.put(Primitive.GREATER_OR_EQUAL, new Infix(">=", Binding.COMPARISON));
        INFIX.put(Primitive.EQUAL, new Infix("==", Binding.COMPARISON));
        INFIX.put(Primitive.NOT_EQUAL, new Infix("!=", Binding.COMPARISON));
        INFIX.put(Primitive.AND, new Infix("and", Binding.AND));
        INFIX.put(Primitive.OR, new Infix("or", Binding.OR));
    }

    private final List<String> names;

    private FormulaText(List<String> names) {
        this.names = names;
    }

    /** The text of a formula whose operands have these names. */
    public static String of(ScalarExpression formula, List<String> names) {
        return new FormulaText(names).text(formula);
    }

    private String text(ScalarExpression formula) {
        if (formula instanceof Constant constant) {
            double value = constant.value();
            boolean negative = value < 0 || (value == 0 && 1 / value < 0);
            return negative ? "-" + Numerals.text(-value) : Numerals.text(value);
        }
        if (formula instanceof Operand operand) {
            return names.get(operand.index());
        }
        if (formula instanceof Invoke invoke) {
            return invoke.function().name() + list(invoke.arguments());
        }
        return text((Apply) formula);
    }

    private String text(Apply formula) {
        List<ScalarExpression> parts = formula.arguments();
        Infix infix = INFIX.get(formula.primitive());
        if (infix != null) {
            // Comparisons do not follow one another.
            int left = infix.binding() == Binding.COMPARISON ? Binding.SUM : infix.binding();
            return part(parts.get(0), left) + " " + infix.sign() + " " + part(parts.get(1), infix.binding() + 1);
        }
        return switch (formula.primitive()) {
            case NEGATE -> "-" + part(parts.get(0), Binding.POWER);
            case NOT -> "not " + part(parts.get(0), Binding.COMPARISON);
            case POWER -> part(parts.get(0), Binding.WHOLE) + "^" + part(parts.get(1), Binding.WHOLE);
            case CHOOSE ->
                "if " + part(parts.get(0), Binding.OR) + " then " + part(parts.get(1), Binding.OR) + " else "
                        + text(parts.get(2));
            default -> formula.primitive().functionName() + list(parts);
        };
    }

    private String list(List<ScalarExpression> parts) {
        return parts.stream().map(this::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private String part(ScalarExpression formula, int needed) {
        return binding(formula) < needed ? "(" + text(formula) + ")" : text(formula);
    }

    private int binding(ScalarExpression formula) {
        if (formula instanceof Constant constant) {
            if (text(constant).contains(" / ") && !text(constant).endsWith(")")) {
                return Binding.PRODUCT;
            }
            return text(constant).startsWith("-") ? Binding.NEGATION : Binding.WHOLE;
        }
        if (!(formula instanceof Apply apply)) {
            return Binding.WHOLE;
        }
        Infix infix = INFIX.get(apply.primitive());
        if (infix != null) {
            return infix.binding();
        }
        return switch (apply.primitive()) {
            case NEGATE -> Binding.NEGATION;
            case NOT -> Binding.NOT;
            case POWER -> Binding.POWER;
            case CHOOSE -> Binding.CHOICE;
            default -> Binding.WHOLE;
        };
    }
}

package org.nnlang.compiler.explain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.model.Primitive;

/**
 * A number times powers of formulas.
 *
 * @param powers the exponent of each formula, none of them 0
 */
record Product(double coefficient, Map<ScalarExpression, Integer> powers) {
    static final Product ONE = constant(1);

    /** Operands by descending index, as parameters that shape a function come before what it is of; then what is shorter. */
    static final Comparator<ScalarExpression> ORDER = Comparator.comparingInt(ScalarExpression::size)
            .thenComparingInt(each -> each instanceof Operand operand ? -operand.index() : 0)
            .thenComparing(ScalarExpression::toString);

    Product {
        coefficient = Numerals.withoutRounding(coefficient);
        powers = Map.copyOf(powers);
    }

    static Product constant(double value) {
        return new Product(value, Map.of());
    }

    static Product of(ScalarExpression formula) {
        return new Product(1, Map.of(formula, 1));
    }

    boolean isConstant() {
        return powers.isEmpty();
    }

    Product scaled(double factor) {
        return new Product(coefficient * factor, powers);
    }

    Product times(Product other) {
        Map<ScalarExpression, Integer> sum = new HashMap<>(powers);
        other.powers.forEach((formula, exponent) -> add(sum, formula, exponent));
        return new Product(coefficient * other.coefficient, Signs.simplified(sum));
    }

    /** Adds to the exponent of a formula. */
    static void add(Map<ScalarExpression, Integer> powers, ScalarExpression formula, int exponent) {
        if (powers.merge(formula, exponent, Integer::sum) == 0) {
            powers.remove(formula);
        }
    }

    Product power(int exponent) {
        Product power = ONE;
        Map<ScalarExpression, Integer> multiplied = new HashMap<>();
        powers.forEach((formula, each) -> multiplied.put(formula, each * exponent));
        return exponent == 0 ? power : new Product(StrictMath.pow(coefficient, exponent), Signs.simplified(multiplied));
    }

    /** Its factors in the order in which they are written. */
    List<ScalarExpression> formulas() {
        return powers.keySet().stream().sorted(ORDER).toList();
    }

    /** The formula of it, without the sign of its coefficient. */
    ScalarExpression unsigned() {
        double size = Math.abs(coefficient);
        double reciprocal = Numerals.withoutRounding(1 / size);
        boolean divides = Numerals.isNamed(reciprocal)
                || (reciprocal == Math.rint(reciprocal) && Numerals.text(size).contains(" / "));
        ScalarExpression above = divides || size == 1 ? null : new Constant(size);
        ScalarExpression below = null;
        for (ScalarExpression formula : formulas()) {
            int exponent = powers.getOrDefault(formula, 0);
            ScalarExpression power = power(formula, Math.abs(exponent));
            if (exponent > 0) {
                above = above == null ? power : ScalarExpression.apply(Primitive.MULTIPLY, above, power);
            } else {
                below = below == null ? power : ScalarExpression.apply(Primitive.MULTIPLY, below, power);
            }
        }
        if (divides) {
            Constant divisor = new Constant(reciprocal);
            below = below == null ? divisor : ScalarExpression.apply(Primitive.MULTIPLY, divisor, below);
        }
        ScalarExpression dividend = above == null ? new Constant(1) : above;
        return below == null ? dividend : ScalarExpression.apply(Primitive.DIVIDE, dividend, below);
    }

    /** The formula of it. */
    ScalarExpression formula() {
        return coefficient < 0 ? negative(unsigned()) : unsigned();
    }

    /** A product whose first factor has the sign: it needs no parentheses. */
    private static ScalarExpression negative(ScalarExpression formula) {
        if (formula instanceof Constant constant) {
            return new Constant(-constant.value());
        }
        boolean isRow = formula instanceof Apply apply
                && (apply.primitive() == Primitive.MULTIPLY || apply.primitive() == Primitive.DIVIDE);
        return isRow
                ? formula.withChildren(List.of(
                        negative(formula.children().get(0)), formula.children().get(1)))
                : ScalarExpression.apply(Primitive.NEGATE, formula);
    }

    private static ScalarExpression power(ScalarExpression formula, int exponent) {
        return exponent == 1 ? formula : ScalarExpression.apply(Primitive.POWER, formula, new Constant(exponent));
    }
}

package org.nnlang.compiler.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.model.Primitive;

/**
 * A sum of products in which no two differ by their coefficients only.
 *
 * @param terms none of them 0; empty for 0
 */
record Sum(List<Product> terms) {
    /** A formula multiplied out must be this much shorter to be taken: factors say more than terms. */
    private static final double SHORTER = 0.85;

    private static final int LARGEST_EXPANSION = 40;

    Sum {
        terms = List.copyOf(terms);
    }

    static Sum of(Product term) {
        return new Sum(term.coefficient() == 0 ? List.of() : List.of(term));
    }

    Sum plus(Sum other) {
        Map<Map<ScalarExpression, Integer>, Double> coefficients = new LinkedHashMap<>();
        for (Product term : terms) {
            coefficients.merge(term.powers(), term.coefficient(), Double::sum);
        }
        for (Product term : other.terms) {
            coefficients.merge(term.powers(), term.coefficient(), Sum::add);
        }
        List<Product> sum = new ArrayList<>();
        coefficients.forEach((powers, coefficient) -> {
            if (coefficient != 0) {
                sum.add(new Product(coefficient, powers));
            }
        });
        return new Sum(sum);
    }

    /** What rounding leaves of a difference is none. */
    private static double add(double one, double other) {
        double sum = one + other;
        return Math.abs(sum) <= 1e-15 * Math.abs(one) ? 0 : sum;
    }

    Sum times(Sum other) {
        if (isConstant() || other.isConstant()) {
            Sum factors = isConstant() ? other : this;
            double factor = (isConstant() ? this : other).constant();
            return factor == 0
                    ? new Sum(List.of())
                    : new Sum(factors.terms.stream()
                            .map(term -> term.scaled(factor))
                            .toList());
        }
        return of(product().times(other.product()));
    }

    Sum power(int exponent) {
        return of(product().power(exponent));
    }

    boolean isConstant() {
        return terms.isEmpty() || (terms.size() == 1 && terms.get(0).isConstant());
    }

    double constant() {
        return terms.isEmpty() ? 0 : terms.get(0).coefficient();
    }

    /** The same as one product: what the terms have in common times the rest. */
    Product product() {
        if (terms.size() == 1) {
            return terms.get(0);
        }
        if (terms.isEmpty()) {
            return Product.constant(0);
        }
        Product common = common();
        Product reciprocal = common.power(-1);
        Sum rest = new Sum(terms.stream().map(term -> term.times(reciprocal)).toList());
        Sum expanded = rest.expanded();
        if (expanded.terms.size() < rest.terms.size()) {
            return common.times(expanded.product());
        }
        return common.times(Product.of(rest.formula()));
    }

    /** The powers that all terms share, and their coefficient where it is the same but for signs. */
    private Product common() {
        Map<ScalarExpression, Integer> powers = new HashMap<>(terms.get(0).powers());
        for (Product term : terms) {
            for (ScalarExpression formula : term.powers().keySet()) {
                powers.putIfAbsent(formula, 0);
            }
        }
        powers.replaceAll((formula, exponent) -> terms.stream()
                .mapToInt(term -> term.powers().getOrDefault(formula, 0))
                .min()
                .orElse(0));
        powers.values().removeIf(exponent -> exponent == 0);
        double first = leading().coefficient();
        boolean same = terms.stream().allMatch(term -> Math.abs(term.coefficient()) == Math.abs(first));
        return new Product(same ? first : Math.signum(first), powers);
    }

    /** The term that shall have a plus: the constant, or else the first. */
    private Product leading() {
        return terms.stream()
                .filter(Product::isConstant)
                .findFirst()
                .orElse(ordered().get(0));
    }

    /** The terms in the order in which they are written: one with a plus first. */
    private List<Product> ordered() {
        boolean isPolynomial = terms.stream()
                .allMatch(term -> term.coefficient() > 0
                        && term.powers().keySet().stream().allMatch(Operand.class::isInstance));
        List<Product> ordered = new ArrayList<>(terms);
        ordered.sort(Comparator.<Product, Boolean>comparing(term -> isPolynomial && term.isConstant())
                .thenComparing(term -> term.unsigned().size())
                .thenComparing(term -> term.unsigned().toString()));
        for (Product term : ordered) {
            if (term.coefficient() > 0) {
                ordered.remove(term);
                ordered.add(0, term);
                break;
            }
        }
        return ordered;
    }

    /** The same with sums that are factors multiplied out. */
    private Sum expanded() {
        Sum sum = new Sum(List.of());
        for (Product term : terms) {
            sum = sum.plus(expanded(term));
        }
        return sum;
    }

    private static Sum expanded(Product term) {
        for (ScalarExpression formula : term.formulas()) {
            int exponent = term.powers().getOrDefault(formula, 0);
            Sum inner = exponent > 0 ? Algebra.sum(formula) : new Sum(List.of());
            if (inner.terms.size() > 1 && inner.terms.size() <= LARGEST_EXPANSION) {
                Product rest = term.times(Product.of(formula).power(-1));
                Sum sum = new Sum(List.of());
                for (Product each : inner.terms) {
                    sum = sum.plus(expanded(rest.times(each)));
                }
                return sum;
            }
        }
        return of(term);
    }

    /** With {@code tanh(u)} for {@code 1 - 2 sigmoid(-2 u)}, wherever that is multiplied by something. */
    private Sum hyperbolic() {
        for (Product term : terms) {
            for (ScalarExpression formula : term.formulas()) {
                Product rest = term.times(Product.of(formula).power(-1)).scaled(-0.5);
                if (isSigmoid(formula) && terms.contains(rest)) {
                    ScalarExpression half = Algebra.sum(formula.children().get(0))
                            .times(of(Product.constant(-0.5)))
                            .simplest();
                    Sum others = new Sum(terms.stream()
                            .filter(each -> !each.equals(term) && !each.equals(rest))
                            .toList());
                    return others.plus(of(rest.times(Product.of(ScalarExpression.apply(Primitive.TANH, half)))));
                }
            }
        }
        return this;
    }

    private static boolean isSigmoid(ScalarExpression formula) {
        return formula instanceof ScalarExpression.Apply apply && apply.primitive() == Primitive.SIGMOID;
    }

    /** The shortest of some equal formulas. */
    ScalarExpression simplest() {
        Sum hyperbolic = hyperbolic();
        if (!hyperbolic.equals(this)) {
            return hyperbolic.simplest();
        }
        ScalarExpression best = formula();
        best = shorter(best, product().formula(), 1);
        Sum expanded = expanded();
        best = shorter(best, expanded.formula(), SHORTER);
        return shorter(best, expanded.product().formula(), SHORTER);
    }

    private static ScalarExpression shorter(ScalarExpression one, ScalarExpression other, double factor) {
        return other.size() < factor * one.size() ? other : one;
    }

    /** The terms one after another. */
    private ScalarExpression formula() {
        if (terms.isEmpty()) {
            return new Constant(0);
        }
        List<Product> ordered = ordered();
        ScalarExpression sum = ordered.get(0).formula();
        for (Product term : ordered.subList(1, ordered.size())) {
            sum = ScalarExpression.apply(
                    term.coefficient() < 0 ? Primitive.SUBTRACT : Primitive.ADD, sum, term.unsigned());
        }
        return sum;
    }
}

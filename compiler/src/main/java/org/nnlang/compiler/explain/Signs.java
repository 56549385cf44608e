package org.nnlang.compiler.explain;

import java.util.HashMap;
import java.util.Map;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.model.Primitive;

/** What signs, sizes, roots and exponentials become when they meet in a product. */
final class Signs {
    private Signs() {}

    /** An equal product of powers. */
    static Map<ScalarExpression, Integer> simplified(Map<ScalarExpression, Integer> powers) {
        Map<ScalarExpression, Integer> simple = new HashMap<>(powers);
        for (ScalarExpression formula :
                powers.keySet().stream().sorted(Product.ORDER).toList()) {
            if (formula instanceof Apply apply && apply.arguments().size() == 1 && simple.containsKey(formula)) {
                meet(simple, apply, apply.arguments().get(0));
            }
        }
        return simple;
    }

    private static void meet(Map<ScalarExpression, Integer> powers, Apply formula, ScalarExpression inner) {
        int exponent = powers.getOrDefault(formula, 0);
        switch (formula.primitive()) {
            case ABS -> {
                // |u|^2 = u^2
                int even = exponent - exponent % 2;
                move(powers, formula, -even, inner, even);
            }
            case SQRT -> {
                int even = exponent - exponent % 2;
                move(powers, formula, -even, inner, even / 2);
            }
            case SIGN -> {
                // It is 1 or -1: its reciprocal is itself.
                Product.add(powers, formula, Math.floorMod(exponent, 2) - exponent);
                ScalarExpression size = ScalarExpression.apply(Primitive.ABS, inner);
                ScalarExpression tanh = ScalarExpression.apply(Primitive.TANH, size);
                if (powers.containsKey(formula) && powers.getOrDefault(size, 0) != 0) {
                    move(powers, formula, -1, size, -1);
                    Product.add(powers, inner, 1);
                } else if (powers.containsKey(formula) && powers.getOrDefault(tanh, 0) == 1) {
                    move(powers, formula, -1, tanh, -1);
                    Product.add(powers, ScalarExpression.apply(Primitive.TANH, inner), 1);
                } else if (powers.containsKey(formula) && powers.getOrDefault(inner, 0) > 0) {
                    move(powers, formula, -1, inner, -1);
                    Product.add(powers, size, 1);
                }
            }
            case EXP -> {
                if (exponent != 1) {
                    Product.add(powers, formula, -exponent);
                    ScalarExpression sum =
                            Algebra.simplify(ScalarExpression.apply(Primitive.MULTIPLY, new Constant(exponent), inner));
                    Product.add(powers, ScalarExpression.apply(Primitive.EXP, sum), 1);
                }
            }
            default -> {
                // Nothing is known of it.
            }
        }
    }

    private static void move(
            Map<ScalarExpression, Integer> powers, ScalarExpression from, int less, ScalarExpression to, int more) {
        if (less != 0) {
            Product.add(powers, from, less);
            Product.add(powers, to, more);
        }
    }
}

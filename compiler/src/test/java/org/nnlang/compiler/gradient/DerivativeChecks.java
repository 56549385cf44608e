package org.nnlang.compiler.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Consumer;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarSimplifier;
import org.nnlang.compiler.testing.ScalarEvaluator;

/** Derivatives of formulas against central differences in double precision. */
final class DerivativeChecks {
    private static final double STEP = 1e-6;
    private static final double ABSOLUTE = 1e-5;
    private static final double RELATIVE = 1e-3;
    private static final int POINTS = 97;
    private static final int FEW_POINTS = 13;

    private DerivativeChecks() {}

    /** The derivative as generated code has it. */
    static ScalarExpression derivative(ScalarExpression formula, int operand) {
        return ScalarSimplifier.simplify(ScalarDerivatives.of(formula, operand));
    }

    /** Holds the derivatives by all operands against differences, at every point of a grid that has no kink near it. */
    static void againstDifferences(String name, ScalarExpression formula, int operands) {
        for (int operand = 0; operand < operands; operand++) {
            ScalarExpression derivative = derivative(formula, operand);
            int by = operand;
            int[] checked = {0};
            grid(operands, x -> {
                double left = ScalarEvaluator.exact(formula, moved(x, by, -STEP));
                double here = ScalarEvaluator.exact(formula, x);
                double right = ScalarEvaluator.exact(formula, moved(x, by, STEP));
                double expected = (right - left) / (2 * STEP);
                boolean kink = Math.abs((right - here) - (here - left)) / STEP > 0.01 * Math.max(1, Math.abs(expected));
                if (Double.isNaN(left) || Double.isNaN(right) || kink) {
                    return;
                }
                checked[0]++;
                assertThat(ScalarEvaluator.exact(derivative, x))
                        .as("the derivative of %s by operand %s at %s is %s", name, by, Arrays.toString(x), derivative)
                        .satisfies(found -> assertThat(Math.abs(found - expected))
                                .as("found %s, expected %s", found, expected)
                                .isLessThanOrEqualTo(ABSOLUTE + RELATIVE * Math.abs(expected)));
            });
            assertThat(checked[0]).as("points of %s", name).isGreaterThan(40);
        }
    }

    /** Visits points between -6 and 6, none of them a round number and no two of their numbers equal. */
    static void grid(int operands, Consumer<double[]> visitor) {
        int points = operands == 1 ? POINTS : operands == 2 ? 4 * FEW_POINTS : FEW_POINTS;
        double[] x = new double[operands];
        int all = (int) Math.round(StrictMath.pow(points, operands));
        for (int place = 0; place < all; place++) {
            int rest = place;
            for (int i = 0; i < operands; i++) {
                x[i] = -6 + 12.0 * (rest % points) / points + 0.01371 + 0.00717 * i;
                rest /= points;
            }
            visitor.accept(x.clone());
        }
    }

    private static double[] moved(double[] x, int operand, double by) {
        double[] result = x.clone();
        result[operand] += by;
        return result;
    }
}

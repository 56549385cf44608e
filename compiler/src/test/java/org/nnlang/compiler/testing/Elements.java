package org.nnlang.compiler.testing;

import java.util.Arrays;
import org.nnlang.compiler.model.Primitive;

/** The primitives of numbers and rows in double precision. */
final class Elements {
    private Elements() {}

    static double apply(Primitive primitive, double[] x) {
        return switch (primitive) {
            case ADD -> x[0] + x[1];
            case SUBTRACT -> x[0] - x[1];
            case MULTIPLY -> x[0] * x[1];
            case DIVIDE -> x[0] / x[1];
            case REMAINDER -> x[0] - x[1] * Math.floor(x[0] / x[1]);
            case POWER -> Math.pow(x[0], x[1]);
            case NEGATE -> -x[0];
            case STOP_GRADIENT -> x[0];
            case LESS -> truth(x[0] < x[1]);
            case LESS_OR_EQUAL -> truth(x[0] <= x[1]);
            case GREATER -> truth(x[0] > x[1]);
            case GREATER_OR_EQUAL -> truth(x[0] >= x[1]);
            case EQUAL -> truth(x[0] == x[1]);
            case NOT_EQUAL -> truth(x[0] != x[1]);
            case AND -> truth(x[0] != 0 && x[1] != 0);
            case OR -> truth(x[0] != 0 || x[1] != 0);
            case NOT -> truth(x[0] == 0);
            case CHOOSE -> x[0] != 0 ? x[1] : x[2];
            case EXP -> Math.exp(x[0]);
            case EXPM1 -> Math.expm1(x[0]);
            case LOG -> Math.log(x[0]);
            case LOG1P -> Math.log1p(x[0]);
            case SQRT -> Math.sqrt(x[0]);
            case ABS -> Math.abs(x[0]);
            case SIGN -> Math.signum(x[0]);
            case FLOOR -> Math.floor(x[0]);
            case SIN -> Math.sin(x[0]);
            case COS -> Math.cos(x[0]);
            case SIGMOID -> 1 / (1 + Math.exp(-x[0]));
            case TANH -> Math.tanh(x[0]);
            case SOFTPLUS -> Math.max(x[0], 0) + Math.log1p(Math.exp(-Math.abs(x[0])));
            case ERF -> 1 - complement(x[0]);
            case ERFC -> complement(x[0]);
            case GELU -> 0.5 * x[0] * complement(-x[0] / Math.sqrt(2));
            case MAXIMUM -> Math.max(x[0], x[1]);
            case MINIMUM -> Math.min(x[0], x[1]);
            case HYPOTENUSE -> Math.hypot(x[0], x[1]);
            default -> throw new IllegalArgumentException("no element function " + primitive);
        };
    }

    static double reduce(Primitive primitive, double[] row) {
        return switch (primitive) {
            case SUM -> Arrays.stream(row).sum();
            case PRODUCT -> Arrays.stream(row).reduce(1, (a, b) -> a * b);
            case MAX -> Arrays.stream(row).max().orElseThrow();
            case MIN -> Arrays.stream(row).min().orElseThrow();
            default -> throw new IllegalArgumentException("no reduction " + primitive);
        };
    }

    static double[] row(Primitive primitive, double[] row) {
        double[] result = row.clone();
        switch (primitive) {
            case SORT_DESCENDING -> {
                Arrays.sort(result);
                for (int i = 0; i < row.length / 2; i++) {
                    double swapped = result[i];
                    result[i] = result[row.length - 1 - i];
                    result[row.length - 1 - i] = swapped;
                }
            }
            case CUMULATIVE_SUM -> Arrays.parallelPrefix(result, Double::sum);
            case POSITIONS -> Arrays.setAll(result, i -> i + 1);
            default -> throw new IllegalArgumentException("no row function " + primitive);
        }
        return result;
    }

    /** The complementary error function by numerical integration (Simpson's rule over a range that holds all of it). */
    private static double complement(double x) {
        if (x < 0) {
            return 2 - complement(-x);
        }
        int steps = 20_000;
        double width = 10.0 / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double t = x + i * width;
            int factor = i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4;
            sum += factor * Math.exp(-t * t);
        }
        return 2 / Math.sqrt(Math.PI) * sum * width / 3;
    }

    private static double truth(boolean value) {
        return value ? 1 : 0;
    }
}

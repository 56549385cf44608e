package org.nnlang.compiler.library;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The primitives of the language in double precision, written from their definitions and independent of the runtime. */
final class OraclePrimitives {
    private static final double ERF_SERIES_LIMIT = 3;

    private OraclePrimitives() {}

    /** A primitive of one number, or null where there is none of that name. */
    static @Nullable DoubleUnaryOperator unary(String name) {
        return switch (name) {
            case "exp" -> StrictMath::exp;
            case "expm1" -> StrictMath::expm1;
            case "log" -> StrictMath::log;
            case "log1p" -> StrictMath::log1p;
            case "sqrt" -> Math::sqrt;
            case "stop_gradient" -> x -> x;
            case "abs" -> Math::abs;
            case "sign" -> Math::signum;
            case "floor" -> Math::floor;
            case "sin" -> StrictMath::sin;
            case "cos" -> StrictMath::cos;
            case "tanh" -> StrictMath::tanh;
            case "sigmoid" -> OraclePrimitives::sigmoid;
            case "softplus" -> x -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
            case "erf" -> x -> Math.abs(x) < ERF_SERIES_LIMIT ? erfSeries(x) : Math.signum(x) * (1 - erfc(Math.abs(x)));
            case "erfc" -> OraclePrimitives::erfc;
            case "gelu" -> x -> 0.5 * x * erfc(-x / Math.sqrt(2));
            default -> null;
        };
    }

    /** A primitive of two numbers, or null where there is none of that name. */
    static @Nullable DoubleBinaryOperator binary(String name) {
        return switch (name) {
            case "maximum" -> Math::max;
            case "minimum" -> Math::min;
            case "hypotenuse" -> StrictMath::hypot;
            default -> null;
        };
    }

    /** A primitive that takes a row to a number, or null where there is none of that name. */
    static @Nullable Double reduce(String name, double[] row) {
        return switch (name) {
            case "sum" -> Arrays.stream(row).sum();
            case "product" -> Arrays.stream(row).reduce(1, (a, b) -> a * b);
            case "max" -> Arrays.stream(row).reduce(Double.NEGATIVE_INFINITY, Math::max);
            case "min" -> Arrays.stream(row).reduce(Double.POSITIVE_INFINITY, Math::min);
            case "len" -> (double) row.length;
            default -> null;
        };
    }

    /** A primitive that takes a row to a row, or null where there is none of that name. */
    static double @Nullable [] row(String name, double[] row) {
        int half = row.length / 2;
        return switch (name) {
            case "sort_descending" -> {
                double[] negated = Arrays.stream(row).map(x -> -x).sorted().toArray();
                yield Arrays.stream(negated).map(x -> -x).toArray();
            }
            case "cumulative_sum" -> {
                double[] sums = row.clone();
                Arrays.parallelPrefix(sums, Double::sum);
                yield sums;
            }
            case "positions" -> {
                double[] places = new double[row.length];
                Arrays.setAll(places, i -> i + 1);
                yield places;
            }
            case "first_half" -> Arrays.copyOfRange(row, 0, half);
            case "second_half" -> Arrays.copyOfRange(row, half, row.length);
            default -> null;
        };
    }

    private static double sigmoid(double x) {
        double e = StrictMath.exp(-Math.abs(x));
        return x >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    /** {@code 2 / sqrt(pi) e^-x^2} times the sum of {@code 2^k x^(2k + 1) / (1 * 3 * ... * (2k + 1))}: all terms have one sign. */
    private static double erfSeries(double x) {
        double term = x;
        double sum = x;
        for (int k = 1; Math.abs(term) > 1e-18 * Math.abs(sum); k++) {
            term *= 2 * x * x / (2 * k + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * StrictMath.exp(-x * x) * sum;
    }

    /** By Laplace's continued fraction in the right tail, evaluated from its 200th term backwards. */
    private static double erfc(double x) {
        if (x < ERF_SERIES_LIMIT) {
            return x <= -ERF_SERIES_LIMIT ? 2 - erfc(-x) : 1 - erfSeries(x);
        }
        double fraction = x;
        for (int k = 200; k >= 1; k--) {
            fraction = x + k / 2.0 / fraction;
        }
        return StrictMath.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
    }
}

package org.nnlang.compiler.graph;

import org.nnlang.compiler.model.Primitive;

/** The element-wise primitives on numbers, in double precision and with the same bits on every machine. */
public final class Elements {
    /** From here on the continued fraction of erfc converges quickly, and below it the series of erf does. */
    private static final double SERIES_LIMIT = 2.5;

    private static final int TERMS = 60;

    private Elements() {}

    /** The value of a primitive of one to three numbers; what it does not take is ignored. */
    public static double apply(Primitive primitive, double a, double b, double c) {
        return switch (primitive) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a - b * Math.floor(a / b);
            case POWER -> StrictMath.pow(a, b);
            case NEGATE -> -a;
            case LESS -> truth(a < b);
            case LESS_OR_EQUAL -> truth(a <= b);
            case GREATER -> truth(a > b);
            case GREATER_OR_EQUAL -> truth(a >= b);
            case EQUAL -> truth(a == b);
            case NOT_EQUAL -> truth(a != b);
            case AND -> truth(a != 0 && b != 0);
            case OR -> truth(a != 0 || b != 0);
            case NOT -> truth(a == 0);
            case CHOOSE -> a != 0 ? b : c;
            case EXP -> StrictMath.exp(a);
            case EXPM1 -> StrictMath.expm1(a);
            case LOG -> StrictMath.log(a);
            case LOG1P -> StrictMath.log1p(a);
            case SQRT -> Math.sqrt(a);
            case ABS -> Math.abs(a);
            case SIGN -> Math.signum(a);
            case FLOOR -> Math.floor(a);
            case SIN -> StrictMath.sin(a);
            case COS -> StrictMath.cos(a);
            case SIGMOID -> a >= 0 ? 1 / (1 + StrictMath.exp(-a)) : StrictMath.exp(a) / (1 + StrictMath.exp(a));
            case TANH -> StrictMath.tanh(a);
            case SOFTPLUS -> Math.max(a, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(a)));
            case ERF -> Math.abs(a) < SERIES_LIMIT ? erfBySeries(a) : 1 - erfc(a);
            case ERFC -> erfc(a);
            case GELU -> a == Double.NEGATIVE_INFINITY ? 0 : 0.5 * a * erfc(-a / Math.sqrt(2));
            case MAXIMUM -> Math.max(a, b);
            case MINIMUM -> Math.min(a, b);
            case HYPOTENUSE -> StrictMath.hypot(a, b);
            case STOP_GRADIENT -> a;
            default -> throw new IllegalArgumentException(primitive + " does not act on numbers");
        };
    }

    private static double erfc(double x) {
        if (Double.isNaN(x) || Math.abs(x) < SERIES_LIMIT) {
            return 1 - erfBySeries(x);
        }
        return x > 0 ? erfcByFraction(x) : 2 - erfcByFraction(-x);
    }

    /** {@code 2 / sqrt(pi) e^(-x^2) (x + 2 x^3 / 3 + 4 x^5 / 15 + ...)}, whose terms are all of one sign. */
    private static double erfBySeries(double x) {
        double term = x;
        double sum = x;
        for (int i = 1; i < TERMS; i++) {
            term *= 2 * x * x / (2 * i + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * StrictMath.exp(-x * x) * sum;
    }

    /** {@code e^(-x^2) / sqrt(pi) / (x + 1/2 / (x + 1 / (x + 3/2 / (x + ...))))} for positive x. */
    private static double erfcByFraction(double x) {
        double fraction = x;
        for (int i = TERMS; i > 0; i--) {
            fraction = x + 0.5 * i / fraction;
        }
        return StrictMath.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
    }

    private static double truth(boolean value) {
        return value ? 1 : 0;
    }
}

package org.nnlang.compiler.check;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.model.Primitive;

/**
 * Primitives of numbers known at compile time, in double precision.
 *
 * <p>{@link StrictMath} has the same bits everywhere, so the same source gives the same Java on every machine.
 */
final class CompileTimePrimitives {
    private CompileTimePrimitives() {}

    /** The value of a primitive, or null where it is left to run time. */
    static @Nullable Meaning compute(Primitive primitive, List<Meaning> arguments) {
        if (arguments.size() == 1 && arguments.get(0) instanceof Meaning.ListValue list) {
            return reduce(primitive, list.elements());
        }
        double[] numbers = new double[arguments.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(arguments.get(i) instanceof Meaning.NumberValue number)) {
                return null;
            }
            numbers[i] = number.value();
        }
        if (numbers.length == 2) {
            return binary(primitive, numbers[0], numbers[1]);
        }
        return numbers.length == 1 ? unary(primitive, numbers[0]) : null;
    }

    private static @Nullable Meaning unary(Primitive primitive, double x) {
        return switch (primitive) {
            case EXP -> number(StrictMath.exp(x));
            case EXPM1 -> number(StrictMath.expm1(x));
            case LOG -> number(StrictMath.log(x));
            case LOG1P -> number(StrictMath.log1p(x));
            case SQRT -> number(Math.sqrt(x));
            case ABS -> number(Math.abs(x));
            case STOP_GRADIENT -> number(x);
            case SIGN -> number(Math.signum(x));
            case FLOOR -> number(Math.floor(x));
            case SIN -> number(StrictMath.sin(x));
            case COS -> number(StrictMath.cos(x));
            case TANH -> number(StrictMath.tanh(x));
            case SIGMOID -> number(1 / (1 + StrictMath.exp(-x)));
            case SOFTPLUS -> number(Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))));
            default -> null;
        };
    }

    private static @Nullable Meaning binary(Primitive primitive, double a, double b) {
        return switch (primitive) {
            case MAXIMUM -> number(Math.max(a, b));
            case MINIMUM -> number(Math.min(a, b));
            case HYPOTENUSE -> number(StrictMath.hypot(a, b));
            default -> null;
        };
    }

    private static @Nullable Meaning reduce(Primitive primitive, List<Meaning> elements) {
        return switch (primitive) {
            case SUM -> reduce(elements, 0, Double::sum);
            case PRODUCT -> reduce(elements, 1, (a, b) -> a * b);
            case MAX -> reduce(elements, Double.NEGATIVE_INFINITY, Math::max);
            case MIN -> reduce(elements, Double.POSITIVE_INFINITY, Math::min);
            default -> null;
        };
    }

    private static @Nullable Meaning reduce(List<Meaning> elements, double start, DoubleBinaryOperator operator) {
        double result = start;
        for (Meaning element : elements) {
            if (!(element instanceof Meaning.NumberValue number)) {
                return null;
            }
            result = operator.applyAsDouble(result, number.value());
        }
        return number(result);
    }

    private static Meaning number(double value) {
        return new Meaning.NumberValue(value);
    }
}

package org.nnlang.compiler.gradient;

import static org.nnlang.compiler.gradient.Formulas.ONE;
import static org.nnlang.compiler.gradient.Formulas.ZERO;
import static org.nnlang.compiler.gradient.Formulas.choose;
import static org.nnlang.compiler.gradient.Formulas.difference;
import static org.nnlang.compiler.gradient.Formulas.negative;
import static org.nnlang.compiler.gradient.Formulas.number;
import static org.nnlang.compiler.gradient.Formulas.product;
import static org.nnlang.compiler.gradient.Formulas.quotient;
import static org.nnlang.compiler.gradient.Formulas.sum;
import static org.nnlang.compiler.graph.ScalarExpression.apply;

import java.util.List;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.graph.ScalarExpression.Invoke;
import org.nnlang.compiler.graph.ScalarExpression.Operand;
import org.nnlang.compiler.graph.ScalarFunction;
import org.nnlang.compiler.graph.ScalarSimplifier;
import org.nnlang.compiler.model.Primitive;

/**
 * Derivatives of formulas of numbers, by the chain rule.
 *
 * <p>It goes through calls and does not open them: the derivative of {@code swish(g(x))} calls the derivative of {@code swish}, and
 * primitives have derivatives that are finite wherever they are themselves.
 */
public final class ScalarDerivatives {
    private ScalarDerivatives() {}

    /** The derivative of a formula by the operand with this index. */
    public static ScalarExpression of(ScalarExpression formula, int operand) {
        if (formula instanceof Operand each) {
            return each.index() == operand ? ONE : ZERO;
        }
        if (formula instanceof Invoke invoke) {
            return ofInvoke(invoke, operand);
        }
        return formula instanceof Apply applied ? ofApply(applied, operand) : ZERO;
    }

    /** The derivative of a function by one of its parameters, as a function of the same parameters. */
    public static ScalarFunction of(ScalarFunction function, int parameter) {
        String by = function.parameters().size() == 1
                ? ""
                : "_by_" + function.parameters().get(parameter);
        return new ScalarFunction(
                function.name() + "_derivative" + by,
                function.configuration(),
                function.parameters(),
                ScalarSimplifier.simplify(of(function.body(), parameter)));
    }

    private static ScalarExpression ofInvoke(Invoke invoke, int operand) {
        ScalarExpression derivative = ZERO;
        for (int i = 0; i < invoke.arguments().size(); i++) {
            ScalarExpression inner = of(invoke.arguments().get(i), operand);
            if (!inner.equals(ZERO)) {
                ScalarFunction function = of(invoke.function(), i);
                ScalarExpression outer = function.body() instanceof Constant constant
                        ? constant
                        : new Invoke(function, invoke.arguments());
                derivative = sum(derivative, product(outer, inner));
            }
        }
        return derivative;
    }

    private static ScalarExpression ofApply(Apply applied, int operand) {
        List<ScalarExpression> arguments = applied.arguments();
        ScalarExpression a = arguments.get(0);
        ScalarExpression da = of(a, operand);
        if (arguments.size() == 1) {
            return da.equals(ZERO) ? ZERO : product(ofPrimitive(applied, a), da);
        }
        ScalarExpression b = arguments.get(1);
        ScalarExpression db = of(b, operand);
        if (applied.primitive() == Primitive.CHOOSE) {
            return choose(a, db, of(arguments.get(2), operand));
        }
        return da.equals(ZERO) && db.equals(ZERO) ? ZERO : ofTwo(applied, a, da, b, db);
    }

    /** The derivative of a primitive of one number. */
    private static ScalarExpression ofPrimitive(Apply result, ScalarExpression x) {
        return switch (result.primitive()) {
            case NEGATE -> number(-1);
            case EXP -> result;
            case EXPM1 -> apply(Primitive.EXP, x);
            case LOG -> quotient(ONE, x);
            case LOG1P -> quotient(ONE, sum(ONE, x));
            case SQRT -> quotient(number(0.5), result);
            case ABS -> apply(Primitive.SIGN, x);
            case SIN -> apply(Primitive.COS, x);
            case COS -> negative(apply(Primitive.SIN, x));
            case SIGMOID -> product(result, difference(ONE, result));
            case TANH -> difference(ONE, product(result, result));
            case SOFTPLUS -> apply(Primitive.SIGMOID, x);
            case ERF -> gaussian(x, 2 / Math.sqrt(Math.PI));
            case ERFC -> gaussian(x, -2 / Math.sqrt(Math.PI));
            case GELU -> ofGelu(x);
            case SIGN, FLOOR, NOT, STOP_GRADIENT -> ZERO;
            default -> throw new IllegalStateException("no derivative of " + result.primitive());
        };
    }

    private static ScalarExpression gaussian(ScalarExpression x, double scale) {
        return product(number(scale), apply(Primitive.EXP, negative(product(x, x))));
    }

    /** {@code F(x) + x F'(x)}, where F is the normal distribution function. */
    private static ScalarExpression ofGelu(ScalarExpression x) {
        ScalarExpression scaled = quotient(x, number(Math.sqrt(2)));
        ScalarExpression probability = product(number(0.5), apply(Primitive.ERFC, negative(scaled)));
        return sum(probability, product(x, gaussian(scaled, 1 / Math.sqrt(2 * Math.PI))));
    }

    /** The derivative of a primitive of two numbers, whose own derivatives are da and db. */
    private static ScalarExpression ofTwo(
            Apply result, ScalarExpression a, ScalarExpression da, ScalarExpression b, ScalarExpression db) {
        return switch (result.primitive()) {
            case ADD -> sum(da, db);
            case SUBTRACT -> difference(da, db);
            case MULTIPLY -> sum(product(da, b), product(a, db));
            case DIVIDE -> difference(quotient(da, b), quotient(product(result, db), b));
            case REMAINDER -> difference(da, product(apply(Primitive.FLOOR, quotient(a, b)), db));
            case POWER -> ofPower(result, a, da, b, db);
            // Where both are equal, the derivative of the maximum is the second's and that of the minimum the first's.
            case MAXIMUM -> choose(apply(Primitive.GREATER, a, b), da, db);
            case MINIMUM -> choose(apply(Primitive.LESS_OR_EQUAL, a, b), da, db);
            case HYPOTENUSE ->
                sum(product(quotient(a, notZero(result)), da), product(quotient(b, notZero(result)), db));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL, AND, OR -> ZERO;
            default -> throw new IllegalStateException("no derivative of " + result.primitive());
        };
    }

    /** A length that may be a divisor: what is divided by it is 0 where it is 0 itself. */
    private static ScalarExpression notZero(ScalarExpression length) {
        return apply(Primitive.MAXIMUM, length, number(1e-30));
    }

    /** {@code b a^(b-1) da + a^b ln(a) db}; the second term is 0 at a = 0, where the power is 0 for every b > 0. */
    private static ScalarExpression ofPower(
            Apply power, ScalarExpression a, ScalarExpression da, ScalarExpression b, ScalarExpression db) {
        ScalarExpression less = ScalarSimplifier.simplify(apply(Primitive.SUBTRACT, b, ONE));
        ScalarExpression byBase = da.equals(ZERO)
                ? ZERO
                : product(product(b, less.equals(ZERO) ? ONE : apply(Primitive.POWER, a, less)), da);
        ScalarExpression logarithm =
                choose(apply(Primitive.EQUAL, a, ZERO), ZERO, product(power, apply(Primitive.LOG, a)));
        return sum(byBase, product(logarithm, db));
    }
}

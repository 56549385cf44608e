package org.nnlang.compiler.lint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nnlang.compiler.gradient.ScalarDerivatives;
import org.nnlang.compiler.graph.Elements;
import org.nnlang.compiler.graph.Formula;
import org.nnlang.compiler.graph.ScalarExpression;
import org.nnlang.compiler.graph.ScalarSimplifier;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.model.PureFunction;
import org.nnlang.compiler.model.Term;

/**
 * A function of rows and numbers that can be computed together with its derivative by one element of an argument.
 *
 * <p>Element-wise steps take their derivatives from the same table as generated code.
 */
final class RowFormula {
    private static final Map<Primitive, List<Formula>> PARTIAL = new EnumMap<>(Primitive.class);

    static {
        for (Primitive primitive : Primitive.values()) {
            if (primitive.kind() == Primitive.Kind.ELEMENT) {
                PARTIAL.put(primitive, partial(primitive));
            }
        }
    }

    private final boolean rounded;

    private RowFormula(boolean rounded) {
        this.rounded = rounded;
    }

    /**
     * Computes a function.
     *
     * @param rounded whether each step is rounded to float32
     * @throws UnsupportedOperationException where the formula has something that only a whole network can compute
     */
    static Dual compute(PureFunction function, List<Dual> arguments, boolean rounded) {
        return new RowFormula(rounded).value(function.body(), arguments);
    }

    private static List<Formula> partial(Primitive primitive) {
        ScalarExpression applied = ScalarExpression.apply(
                primitive,
                IntStream.range(0, primitive.arity())
                        .mapToObj(ScalarExpression.Operand::new)
                        .toArray(ScalarExpression[]::new));
        return IntStream.range(0, primitive.arity())
                .mapToObj(i -> new Formula(ScalarSimplifier.simplify(ScalarDerivatives.of(applied, i))))
                .toList();
    }

    private Dual value(Term term, List<Dual> arguments) {
        Dual result;
        if (term instanceof Term.Constant constant) {
            result = Dual.constant(constant.value());
        } else if (term instanceof Term.Argument argument) {
            return arguments.get(argument.index());
        } else if (term instanceof Term.Slice slice) {
            result = slice(
                    value(slice.row(), arguments), slice.from(), slice.shape().width());
        } else if (term instanceof Term.Invoke invoke) {
            return invoke(invoke, values(invoke.arguments(), arguments));
        } else if (term instanceof Term.Apply apply) {
            result = apply(apply, values(apply.arguments(), arguments));
        } else {
            throw new UnsupportedOperationException("no value of " + term);
        }
        if (rounded) {
            result.round();
        }
        return result;
    }

    private List<Dual> values(List<Term> terms, List<Dual> arguments) {
        List<Dual> values = new ArrayList<>();
        for (Term term : terms) {
            values.add(value(term, arguments));
        }
        return values;
    }

    /** A call with arguments of the function's own shapes, or one of a function of numbers for each element of rows. */
    private Dual invoke(Term.Invoke invoke, List<Dual> arguments) {
        PureFunction function = invoke.function();
        if (invoke.shape().equals(function.body().shape())) {
            return value(function.body(), arguments);
        }
        if (function.arguments().stream().anyMatch(shape -> shape.rank() > 0)
                || invoke.shape().rank() > 1) {
            throw new UnsupportedOperationException("rows of rows in " + function.name());
        }
        Dual result = Dual.ofLength(invoke.shape().width());
        for (int i = 0; i < result.length(); i++) {
            List<Dual> numbers = new ArrayList<>();
            for (Dual argument : arguments) {
                Dual number = Dual.ofLength(1);
                number.set(0, argument, argument.at(i));
                numbers.add(number);
            }
            result.set(i, value(function.body(), numbers), 0);
        }
        return result;
    }

    private Dual apply(Term.Apply apply, List<Dual> arguments) {
        if (apply.shape().rank() > 1) {
            throw new UnsupportedOperationException("rows of rows in " + apply.primitive());
        }
        Dual first = arguments.get(0);
        return switch (apply.primitive()) {
            case CHOOSE -> choose(arguments, apply.shape().width());
            case SUM -> Rows.sum(first);
            case MAX -> Rows.extreme(first, 1);
            case MIN -> Rows.extreme(first, -1);
            case SORT_DESCENDING -> Rows.sorted(first);
            case CUMULATIVE_SUM -> Rows.cumulativeSum(first);
            case POSITIONS -> Rows.positions(first.length());
            case DOT -> {
                Dual products =
                        Dual.ofLength(Math.max(first.length(), arguments.get(1).length()));
                yield Rows.sum(elements(Primitive.MULTIPLY, arguments, products));
            }
            case CONCAT -> Rows.joined(arguments);
            case DROPOUT -> first;
            default -> {
                if (apply.primitive().kind() != Primitive.Kind.ELEMENT) {
                    throw new UnsupportedOperationException("no value of " + apply.primitive());
                }
                yield elements(
                        apply.primitive(),
                        arguments,
                        Dual.ofLength(apply.shape().width()));
            }
        };
    }

    private Dual elements(Primitive primitive, List<Dual> arguments, Dual result) {
        List<Formula> partials = PARTIAL.getOrDefault(primitive, List.of());
        double[] numbers = new double[Math.max(2, arguments.size())];
        for (int i = 0; i < result.length(); i++) {
            for (int j = 0; j < arguments.size(); j++) {
                Dual argument = arguments.get(j);
                numbers[j] = argument.values()[argument.at(i)];
            }
            result.values()[i] = Elements.apply(primitive, numbers[0], numbers[1], 0);
            for (int j = 0; j < arguments.size(); j++) {
                Dual argument = arguments.get(j);
                Formula partial = partials.get(j);
                if (argument.moves()[argument.at(i)] && !partial.isZero()) {
                    double factor = rounded ? partial.inFloats(numbers) : partial.exact(numbers);
                    boolean notTaken = factor == 0 && takesOne(primitive);
                    result.slopes()[i] += notTaken ? 0 : factor * argument.slopes()[argument.at(i)];
                    result.moves()[i] = true;
                }
            }
        }
        return result;
    }

    private static boolean takesOne(Primitive primitive) {
        return primitive == Primitive.MAXIMUM || primitive == Primitive.MINIMUM;
    }

    private static Dual choose(List<Dual> arguments, int length) {
        Dual result = Dual.ofLength(length);
        for (int i = 0; i < length; i++) {
            Dual condition = arguments.get(0);
            Dual taken = arguments.get(condition.values()[condition.at(i)] != 0 ? 1 : 2);
            result.set(i, taken, taken.at(i));
        }
        return result;
    }

    private static Dual slice(Dual row, int from, int length) {
        Dual result = Dual.ofLength(length);
        for (int i = 0; i < length; i++) {
            result.set(i, row, from + i);
        }
        return result;
    }
}

package org.nnlang.compiler.testing;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.nnlang.compiler.model.CheckedModel;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Step;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.model.Value;
import org.nnlang.compiler.model.Weight;

/** What a checked model means, computed for one example in double precision and in the plainest way. */
public final class CheckedModelInterpreter {
    private final Function<Weight, double[]> weights;
    private final IdentityHashMap<Value, double[]> values = new IdentityHashMap<>();

    private CheckedModelInterpreter(Function<Weight, double[]> weights) {
        this.weights = weights;
    }

    /** The outputs of one example, in order. */
    public static List<double[]> run(CheckedModel model, Function<Weight, double[]> weights, List<double[]> inputs) {
        CheckedModelInterpreter interpreter = new CheckedModelInterpreter(weights);
        for (int i = 0; i < inputs.size(); i++) {
            interpreter.values.put(model.inputs().get(i).value(), inputs.get(i));
        }
        model.steps().forEach(interpreter::run);
        return model.outputs().stream()
                .map(port -> interpreter.value(port.value()))
                .toList();
    }

    private double[] value(Value value) {
        return Objects.requireNonNull(values.get(value), value.name());
    }

    private void run(Step step) {
        if (step instanceof Step.LayerCall call) {
            call.body().forEach(this::run);
        } else if (step instanceof Step.Computation computation) {
            values.put(computation.result(), evaluate(computation.term(), List.of()));
        }
    }

    private double[] evaluate(Term term, List<double[]> arguments) {
        if (term instanceof Term.ValueOf value) {
            return value(value.value());
        }
        if (term instanceof Term.WeightOf weight) {
            return weights.apply(weight.weight());
        }
        if (term instanceof Term.Constant constant) {
            return new double[] {constant.value()};
        }
        if (term instanceof Term.Argument argument) {
            return arguments.get(argument.index());
        }
        if (term instanceof Term.Slice slice) {
            double[] rows = evaluate(slice.row(), arguments);
            int width = slice.row().shape().width();
            return rows(
                    rows,
                    width,
                    row -> Arrays.copyOfRange(
                            row, slice.from(), slice.from() + slice.shape().width()));
        }
        return term instanceof Term.Invoke invoke ? invoke(invoke, arguments) : apply((Term.Apply) term, arguments);
    }

    /** Calls the function once for each place in the outer dimensions. */
    private double[] invoke(Term.Invoke invoke, List<double[]> arguments) {
        List<double[]> operands = invoke.arguments().stream()
                .map(argument -> evaluate(argument, arguments))
                .toList();
        int inner = (int) invoke.function().body().shape().elements();
        int calls = (int) (invoke.shape().elements() / inner);
        double[] result = new double[calls * inner];
        for (int call = 0; call < calls; call++) {
            int place = call;
            List<double[]> own = java.util.stream.IntStream.range(0, operands.size())
                    .mapToObj(i -> {
                        int size = (int) invoke.function().arguments().get(i).elements();
                        int from = operands.get(i).length == size ? 0 : place * size;
                        return Arrays.copyOfRange(operands.get(i), from, from + size);
                    })
                    .toList();
            double[] one = evaluate(invoke.function().body(), own);
            for (int i = 0; i < inner; i++) {
                result[call * inner + i] = one[one.length == 1 ? 0 : i];
            }
        }
        return result;
    }

    private double[] apply(Term.Apply apply, List<double[]> arguments) {
        List<double[]> operands = apply.arguments().stream()
                .map(argument -> evaluate(argument, arguments))
                .toList();
        Primitive primitive = apply.primitive();
        double[] first = operands.get(0);
        int width = apply.arguments().get(0).shape().width();
        return switch (primitive.kind()) {
            case ELEMENT -> {
                double[] result = new double[(int) apply.shape().elements()];
                for (int i = 0; i < result.length; i++) {
                    int place = i;
                    double[] numbers = operands.stream()
                            .mapToDouble(operand -> operand[operand.length == 1 ? 0 : place])
                            .toArray();
                    result[i] = Elements.apply(primitive, numbers);
                }
                yield result;
            }
            case REDUCTION -> rows(first, width, row -> new double[] {Elements.reduce(primitive, row)});
            case ROW ->
                primitive == Primitive.DROPOUT ? first : rows(first, width, row -> Elements.row(primitive, row));
            case PRODUCT -> product(apply, first, operands.get(1), width);
            case STRUCTURE -> primitive == Primitive.RESHAPE ? first : concat(apply, operands);
        };
    }

    /** Rows of equal shapes meet in pairs; otherwise every row of the second meets every row of the first. */
    private static double[] product(Term.Apply apply, double[] first, double[] second, int width) {
        boolean pairs = first.length == second.length && apply.shape().elements() * width == first.length;
        if (!pairs) {
            return rows(second, width, x -> rows(first, width, row -> new double[] {dot(row, x)}));
        }
        double[] result = new double[first.length / width];
        for (int row = 0; row < result.length; row++) {
            double[] left = Arrays.copyOfRange(first, row * width, (row + 1) * width);
            result[row] = dot(left, Arrays.copyOfRange(second, row * width, (row + 1) * width));
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] concat(Term.Apply apply, List<double[]> operands) {
        Shape shape = apply.shape();
        double[] result = new double[(int) shape.elements()];
        int place = 0;
        for (int row = 0; row < shape.rows(); row++) {
            for (int i = 0; i < operands.size(); i++) {
                int width = apply.arguments().get(i).shape().width();
                System.arraycopy(operands.get(i), row * width, result, place, width);
                place += width;
            }
        }
        return result;
    }

    private static double[] rows(double[] values, int width, Function<double[], double[]> function) {
        return java.util.stream.IntStream.range(0, values.length / width)
                .mapToObj(row -> function.apply(Arrays.copyOfRange(values, row * width, (row + 1) * width)))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}

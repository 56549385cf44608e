package org.nnlang.compiler.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.model.PureFunction;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.model.Value;
import org.nnlang.compiler.source.SourceFile;
import org.nnlang.compiler.source.Span;

/** Terms and functions, written by hand. */
public final class Terms {
    private static final Span NOWHERE = new Span(new SourceFile("nn/core/core.nn", " "), 0, 0);

    private Terms() {}

    public static Term apply(Primitive primitive, Shape shape, Term... arguments) {
        return new Term.Apply(primitive, List.of(arguments), shape, NOWHERE);
    }

    /** An element-wise primitive: the result has the shape of the argument that is no number. */
    public static Term map(Primitive primitive, Term... arguments) {
        Shape shape = Shape.NUMBER;
        for (Term argument : arguments) {
            shape = argument.shape().rank() > shape.rank() ? argument.shape() : shape;
        }
        return apply(primitive, shape, arguments);
    }

    public static Term reduce(Primitive primitive, Term row) {
        return apply(primitive, withoutLast(row.shape()), row);
    }

    public static Term slice(Term row, int from, int width) {
        return new Term.Slice(row, from, with(withoutLast(row.shape()), width), NOWHERE);
    }

    public static Term concat(Term... rows) {
        int width = 0;
        for (Term row : rows) {
            width += row.shape().width();
        }
        return apply(Primitive.CONCAT, with(withoutLast(rows[0].shape()), width), rows);
    }

    public static Term reshape(Term term, Integer... sizes) {
        return apply(Primitive.RESHAPE, Shape.of(sizes), term);
    }

    public static Term number(double value) {
        return new Term.Constant(value);
    }

    public static Term of(Value value) {
        return new Term.ValueOf(value);
    }

    public static Shape withoutLast(Shape shape) {
        return new Shape(shape.sizes().subList(0, shape.rank() - 1));
    }

    public static Shape with(Shape outer, int width) {
        List<Integer> sizes = new ArrayList<>(outer.sizes());
        sizes.add(width);
        return new Shape(sizes);
    }

    /** A function of one number, mapped over every element. */
    public static UnaryOperator<Term> numberFunction(String name, UnaryOperator<Term> body) {
        Term x = new Term.Argument(0, "x", Shape.NUMBER);
        PureFunction function =
                new PureFunction(name, "nn.core", List.of(), "", List.of(Shape.NUMBER), body.apply(x), NOWHERE);
        return term -> new Term.Invoke(function, List.of(term), term.shape(), NOWHERE);
    }

    /** A function of a row, mapped over every row; its result may be a row or a number. */
    public static UnaryOperator<Term> rowFunction(String name, UnaryOperator<Term> body) {
        return term -> {
            Shape row = Shape.of(term.shape().width());
            Term result = body.apply(new Term.Argument(0, "x", row));
            PureFunction function = new PureFunction(name, "nn.core", List.of(), "", List.of(row), result, NOWHERE);
            List<Integer> sizes = new ArrayList<>(withoutLast(term.shape()).sizes());
            sizes.addAll(result.shape().sizes());
            return new Term.Invoke(function, List.of(term), new Shape(sizes), NOWHERE);
        };
    }

    /**
     * A function of rows and numbers, mapped over the outer dimensions of the first argument.
     *
     * @param declared the function's own shapes of its arguments
     */
    public static Term invoke(String name, List<Term> arguments, List<Shape> declared, UnaryOperator<List<Term>> body) {
        List<Term> inside = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            inside.add(new Term.Argument(i, "x" + i, declared.get(i)));
        }
        Term result = body.apply(inside).get(0);
        PureFunction function = new PureFunction(name, "nn.core", List.of(), "", declared, result, NOWHERE);
        Shape first = arguments.get(0).shape();
        List<Integer> sizes = new ArrayList<>(
                first.sizes().subList(0, first.rank() - declared.get(0).rank()));
        sizes.addAll(result.shape().sizes());
        return new Term.Invoke(function, arguments, new Shape(sizes), NOWHERE);
    }

    public static Term sigmoid(Term x) {
        return map(Primitive.SIGMOID, x);
    }

    public static Term identity(Term x) {
        return numberFunction("identity", y -> y).apply(x);
    }

    public static Term relu(Term x) {
        return numberFunction("relu", y -> map(Primitive.CHOOSE, map(Primitive.GREATER, y, number(0)), y, number(0)))
                .apply(x);
    }

    public static Term swish(Term x) {
        return numberFunction("swish", y -> map(Primitive.MULTIPLY, y, map(Primitive.SIGMOID, y)))
                .apply(x);
    }

    public static Term softmax(Term x) {
        return rowFunction("softmax", row -> {
                    Term shifted = map(Primitive.EXP, map(Primitive.SUBTRACT, row, reduce(Primitive.MAX, row)));
                    return map(Primitive.DIVIDE, shifted, reduce(Primitive.SUM, shifted));
                })
                .apply(x);
    }

    public static Term logSoftmax(Term x) {
        return rowFunction("log_softmax", row -> {
                    Term shifted = map(Primitive.SUBTRACT, row, reduce(Primitive.MAX, row));
                    Term sum = reduce(Primitive.SUM, map(Primitive.EXP, shifted));
                    return map(Primitive.SUBTRACT, shifted, map(Primitive.LOG, sum));
                })
                .apply(x);
    }

    public static Term normalize(Term x) {
        return rowFunction("normalize", row -> {
                    double width = row.shape().width();
                    Term mean = map(Primitive.DIVIDE, reduce(Primitive.SUM, row), number(width));
                    Term centered = map(Primitive.SUBTRACT, row, mean);
                    Term squares = reduce(Primitive.SUM, map(Primitive.MULTIPLY, centered, centered));
                    Term variance = map(Primitive.DIVIDE, squares, number(width));
                    Term deviation = map(Primitive.SQRT, map(Primitive.ADD, variance, number(1e-5)));
                    return map(Primitive.DIVIDE, centered, deviation);
                })
                .apply(x);
    }

    /** Gated linear unit: the first half of a row times the sigmoid of the second. */
    public static Term glu(Term x) {
        return rowFunction("glu", row -> {
                    int half = row.shape().width() / 2;
                    return map(Primitive.MULTIPLY, slice(row, 0, half), map(Primitive.SIGMOID, slice(row, half, half)));
                })
                .apply(x);
    }

    public static Term sparsemax(Term x) {
        return rowFunction("sparsemax", row -> {
                    Term sorted = apply(Primitive.SORT_DESCENDING, row.shape(), row);
                    Term sums = apply(Primitive.CUMULATIVE_SUM, row.shape(), sorted);
                    Term positions = apply(Primitive.POSITIONS, row.shape(), row);
                    Term supported = map(
                            Primitive.GREATER,
                            map(Primitive.ADD, number(1), map(Primitive.MULTIPLY, positions, sorted)),
                            sums);
                    Term size = reduce(Primitive.SUM, map(Primitive.CHOOSE, supported, number(1), number(0)));
                    Term sum = reduce(Primitive.SUM, map(Primitive.CHOOSE, supported, sorted, number(0)));
                    Term threshold = map(Primitive.DIVIDE, map(Primitive.SUBTRACT, sum, number(1)), size);
                    return map(Primitive.MAXIMUM, map(Primitive.SUBTRACT, row, threshold), number(0));
                })
                .apply(x);
    }
}

package org.nnlang.compiler.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.model.Primitive;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.source.Span;

/** Applications of the functions that have no body: on numbers they compute, on tensors they make terms of the right shape. */
final class Primitives {
    private static final Map<String, Primitive> BY_NAME = new HashMap<>();

    static {
        for (Primitive primitive : Primitive.values()) {
            BY_NAME.put(primitive.functionName(), primitive);
        }
    }

    private Primitives() {}

    /** Whether a body-less function of this name exists. */
    static boolean exists(String name) {
        return BY_NAME.containsKey(name)
                || switch (name) {
                    case "len", "error", "first_half", "second_half" -> true;
                    default -> false;
                };
    }

    static Meaning apply(String name, List<Meaning> arguments, Span span) {
        switch (name) {
            case "error" ->
                throw Errors.of(Code.REQUIREMENT, span, Meanings.text(arguments.get(0)), "refused by the library");
            case "len" -> {
                return new Meaning.NumberValue(list(arguments.get(0), span).size());
            }
            case "first_half" -> {
                return half(arguments.get(0), true, span);
            }
            case "second_half" -> {
                return half(arguments.get(0), false, span);
            }
            case "reshape" -> {
                return reshape(arguments.get(0), arguments.get(1), span);
            }
            default -> {}
        }
        Primitive primitive = BY_NAME.get(name);
        if (primitive == null) {
            throw new IllegalStateException("the standard library declares an unknown primitive: " + name);
        }
        Meaning computed = CompileTimePrimitives.compute(primitive, arguments);
        return computed != null ? computed : Meaning.Tensor.computed(term(primitive, arguments, span), span);
    }

    private static Term term(Primitive primitive, List<Meaning> arguments, Span span) {
        List<Term> terms = new ArrayList<>();
        for (Meaning argument : arguments) {
            terms.add(Operators.term(argument, span));
        }
        Shape shape = switch (primitive.kind()) {
            case ELEMENT -> elementShape(primitive, terms, span);
            case REDUCTION -> Shapes.outer(row(primitive, terms.get(0), span), 1);
            case ROW -> row(primitive, terms.get(0), span);
            case PRODUCT -> productShape(terms.get(0).shape(), terms.get(1).shape(), span);
            case STRUCTURE -> concatShape(terms, span);
        };
        return new Term.Apply(primitive, terms, shape, span);
    }

    private static Shape elementShape(Primitive primitive, List<Term> terms, Span span) {
        Shape shape = Shape.NUMBER;
        for (Term term : terms) {
            Shape common = Operators.common(shape, term.shape());
            if (common == null) {
                throw Errors.of(
                        Code.UNEQUAL_SHAPES,
                        span,
                        "`" + primitive.functionName() + "` cannot combine " + shape + " and " + term.shape(),
                        "its arguments have different shapes");
            }
            shape = common;
        }
        return shape;
    }

    private static Shape row(Primitive primitive, Term term, Span span) {
        if (term.shape().rank() == 0) {
            throw Errors.of(
                    Code.INPUT_SHAPE_DIFFERS,
                    span,
                    "`" + primitive.functionName() + "` takes a row, got a number",
                    "this is a single number");
        }
        return term.shape();
    }

    private static Shape productShape(Shape left, Shape right, Span span) {
        boolean meet = left.rank() >= 1
                && left.rank() <= 2
                && right.rank() >= 1
                && left.width() == right.width()
                && (left.rank() == 2 || right.rank() == 1);
        if (!meet) {
            throw Errors.of(
                    Code.UNEQUAL_SHAPES,
                    span,
                    "`dot` cannot multiply " + left + " and " + right,
                    "the last sizes must be equal",
                    "it takes a weight [m, n] and a row [n], or two rows of equal length");
        }
        return left.rank() == 1
                ? Shape.NUMBER
                : Shapes.checked(
                        Shapes.join(
                                Shapes.outer(right, 1), Shape.of(left.sizes().get(0))),
                        span);
    }

    static Shape concatShape(List<Term> terms, Span span) {
        Shape first = terms.get(0).shape();
        long width = 0;
        for (Term term : terms) {
            Shape shape = term.shape();
            boolean fits = shape.rank() >= 1
                    && shape.rank() == first.rank()
                    && Shapes.outer(shape, 1).equals(Shapes.outer(first, 1));
            if (!fits) {
                throw Errors.of(
                        Code.UNEQUAL_SHAPES,
                        span,
                        "cannot concatenate " + first + " and " + shape,
                        "all sizes but the last must be equal");
            }
            width += shape.width();
        }
        if (width > Integer.MAX_VALUE) {
            throw Errors.of(Code.TOO_LARGE, span, "the concatenated row has " + width + " elements", "too large");
        }
        return Shapes.checked(Shapes.join(Shapes.outer(first, 1), Shape.of((int) width)), span);
    }

    private static Meaning half(Meaning argument, boolean first, Span span) {
        Term term = Operators.term(argument, span);
        Shape shape = term.shape();
        if (shape.rank() == 0 || shape.width() % 2 != 0) {
            throw Errors.of(
                    Code.FRACTIONAL_DIMENSION,
                    span,
                    "a row of shape " + shape + " has no halves",
                    "its width must be even");
        }
        int half = shape.width() / 2;
        Shape result = Shapes.join(Shapes.outer(shape, 1), Shape.of(half));
        return Meaning.Tensor.computed(new Term.Slice(term, first ? 0 : half, result, span), span);
    }

    private static Meaning reshape(Meaning argument, Meaning sizes, Span span) {
        Term term = Operators.term(argument, span);
        Shape shape = Shapes.checked(new Shape(Shapes.sizes(sizes, span)), span);
        if (shape.elements() != term.shape().elements()) {
            throw Errors.of(
                    Code.UNEQUAL_SHAPES,
                    span,
                    "cannot reshape " + term.shape() + " to " + shape,
                    term.shape().elements() + " elements do not fill " + shape.elements());
        }
        return Meaning.Tensor.computed(new Term.Apply(Primitive.RESHAPE, List.of(term), shape, span), span);
    }

    static List<Meaning> list(Meaning argument, Span span) {
        if (argument instanceof Meaning.ListValue list) {
            return list.elements();
        }
        throw Errors.wrongKind(span, "a list", argument);
    }
}

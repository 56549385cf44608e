package org.nnlang.compiler.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.ast.ConstantDeclaration;
import org.nnlang.compiler.ast.Expression;
import org.nnlang.compiler.ast.ShapeNode;
import org.nnlang.compiler.diagnostic.Code;
import org.nnlang.compiler.diagnostic.CompilationException;
import org.nnlang.compiler.diagnostic.Diagnostic;
import org.nnlang.compiler.library.Symbol;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.source.Span;

/** Shapes that were written: evaluated to sizes, or matched with the shape of what comes in, binding their names. */
final class Shapes {
    private Shapes() {}

    /** The sizes of a shape whose names are all bound. */
    static Shape evaluate(Evaluator evaluator, ShapeNode node, Scope scope) {
        List<Integer> sizes = new ArrayList<>();
        for (ShapeNode.Dimension dimension : node.dimensions()) {
            Meaning meaning = evaluator.evaluate(dimension.expression(), scope);
            Span span = dimension.expression().span();
            if (dimension.rest()) {
                sizes.addAll(sizes(meaning, span));
            } else {
                sizes.add(size(meaning, span));
            }
        }
        return checked(new Shape(sizes), node.span());
    }

    /** A list of sizes as a shape. */
    static List<Integer> sizes(Meaning meaning, Span span) {
        if (!(meaning instanceof Meaning.ListValue list)) {
            throw Errors.wrongKind(span, "a list of sizes", meaning);
        }
        return list.elements().stream().map(element -> size(element, span)).toList();
    }

    /** A number as a size: whole, positive, and within Java's arrays. */
    static int size(Meaning meaning, Span span) {
        if (!(meaning instanceof Meaning.NumberValue number)) {
            throw Errors.wrongKind(span, "a dimension", meaning);
        }
        double value = number.value();
        String subject = "dimension `" + span.text() + "` is " + Numbers.text(value);
        if (value != Math.rint(value)) {
            throw Errors.of(
                    Code.FRACTIONAL_DIMENSION, span, subject + ", but must be whole", "this is " + Numbers.text(value));
        }
        if (value <= 0) {
            throw Errors.of(
                    Code.NON_POSITIVE_DIMENSION,
                    span,
                    subject + ", but must be positive",
                    "this is " + Numbers.text(value));
        }
        if (value > Integer.MAX_VALUE) {
            throw Errors.of(
                    Code.TOO_LARGE,
                    span,
                    subject + ", more than a Java array holds (2147483647)",
                    "this is " + Numbers.text(value));
        }
        return (int) value;
    }

    /** Refuses a shape with more elements than a Java array holds. */
    static Shape checked(Shape shape, Span span) {
        double elements = 1;
        for (int size : shape.sizes()) {
            elements *= size;
        }
        if (elements > Integer.MAX_VALUE) {
            throw Errors.of(
                    Code.TOO_LARGE,
                    span,
                    "a value of shape " + shape + " has " + Numbers.text(elements)
                            + " elements, more than a Java array holds (2147483647)",
                    "too large",
                    "split it into several smaller ones");
        }
        return shape;
    }

    /**
     * Matches a written shape with an actual one, binding the names that are free.
     *
     * @return false where they do not match
     */
    static boolean match(Evaluator evaluator, ShapeNode node, Shape actual, Scope scope) {
        List<ShapeNode.Dimension> dimensions = node.dimensions();
        int rest = restIndex(dimensions);
        int fixed = rest < 0 ? dimensions.size() : dimensions.size() - 1;
        int free = actual.rank() - fixed;
        if (rest < 0 ? free != 0 : free < 0) {
            return false;
        }
        int position = 0;
        for (ShapeNode.Dimension dimension : dimensions) {
            if (dimension.rest()) {
                List<Meaning> sizes = actual.sizes().subList(position, position + free).stream()
                        .map(size -> (Meaning) new Meaning.NumberValue(size))
                        .toList();
                String name = freeName(dimension.expression(), scope);
                if (name != null) {
                    scope.bind(name, new Meaning.ListValue(sizes));
                } else if (!evaluator.evaluate(dimension.expression(), scope).equals(new Meaning.ListValue(sizes))) {
                    return false;
                }
                position += free;
            } else if (!matchSize(
                    evaluator, dimension.expression(), actual.sizes().get(position++), scope)) {
                return false;
            }
        }
        return true;
    }

    private static boolean matchSize(Evaluator evaluator, Expression expression, int actual, Scope scope) {
        String name = freeName(expression, scope);
        if (name != null) {
            Meaning length = actual == Shape.ANY_LENGTH
                    ? Meaning.Tensor.computed(new Term.RowLength(), expression.span())
                    : new Meaning.NumberValue(actual);
            scope.bind(name, length);
            return true;
        }
        if (actual == Shape.ANY_LENGTH
                && evaluator.evaluate(expression, scope) instanceof Meaning.Tensor tensor
                && tensor.term() instanceof Term.RowLength) {
            return true;
        }
        return size(evaluator.evaluate(expression, scope), expression.span()) == actual;
    }

    private static int restIndex(List<ShapeNode.Dimension> dimensions) {
        for (int i = 0; i < dimensions.size(); i++) {
            if (dimensions.get(i).rest()) {
                return i;
            }
        }
        return -1;
    }

    /** The name that a dimension would bind, or null where it is an expression, or bound already. */
    private static @Nullable String freeName(Expression expression, Scope scope) {
        if (!(expression instanceof Expression.Reference reference)) {
            return null;
        }
        String name = reference.name().text();
        if (scope.lookup(name) != null) {
            return null;
        }
        Symbol symbol = scope.file().lookup(name);
        return symbol != null && symbol.declaration() instanceof ConstantDeclaration ? null : name;
    }

    /** Matches a function's row with the innermost dimensions of an argument; what lies around them is mapped over. */
    static Shape bindInnermost(
            Evaluator evaluator, ShapeNode node, Meaning.Tensor argument, Scope scope, Symbol callee, Span call) {
        Shape actual = argument.shape();
        int rank = restIndex(node.dimensions()) >= 0
                ? actual.rank()
                : node.dimensions().size();
        if (actual.rank() >= rank) {
            Shape inner = new Shape(actual.sizes().subList(actual.rank() - rank, actual.rank()));
            if (match(evaluator, node, inner, scope)) {
                return inner;
            }
        }
        throw differs(callee.name(), node, argument, scope, call);
    }

    /** An error for a value that does not fit the shape that its receiver wrote. */
    static CompilationException differs(
            String receiver, ShapeNode node, Meaning.Tensor argument, Scope scope, Span call) {
        Shape actual = argument.shape();
        String expected = text(node, scope);
        Diagnostic diagnostic = Diagnostic.of(
                Code.INPUT_SHAPE_DIFFERS,
                call,
                "`" + receiver + "` takes " + expected + ", got " + actual,
                "takes " + expected);
        if (argument.origin().file() == call.file() && !argument.origin().equals(call)) {
            diagnostic = diagnostic.because(
                    argument.origin(),
                    "this is " + actual + ", " + argument.how().text());
        }
        if (node.dimensions().size() == 1 && actual.rank() > 1) {
            diagnostic = diagnostic.help("make one row of it first: `-> Flatten() -> " + receiver + "(...)`");
        }
        return new CompilationException(diagnostic);
    }

    /** A written shape with the numbers that its names are bound to. */
    static String text(ShapeNode node, Scope scope) {
        return node.dimensions().stream()
                .map(dimension -> {
                    if (dimension.expression() instanceof Expression.Reference reference) {
                        Meaning bound = scope.lookup(reference.name().text());
                        String shown = bound == null ? reference.name().text() : Meanings.text(bound);
                        return dimension.rest() && bound == null ? shown + "..." : shown;
                    }
                    return dimension.expression().span().text();
                })
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** A shape without its innermost dimensions. */
    static Shape outer(Shape shape, int inner) {
        return new Shape(shape.sizes().subList(0, shape.rank() - inner));
    }

    /** A shape around another one. */
    static Shape join(Shape outer, Shape inner) {
        List<Integer> sizes = new ArrayList<>(outer.sizes());
        sizes.addAll(inner.sizes());
        return new Shape(sizes);
    }
}

package org.nnlang.compiler.model;

import java.util.List;
import org.nnlang.compiler.source.Span;

/**
 * Pure mathematics over values and weights, with the shape of each result.
 *
 * <p>Numbers (shape {@code []}) meet any shape; every other meeting of shapes is of equals. An element-wise primitive or a
 * function of one number acts on each element; a primitive or a function of a row on each innermost row.
 */
public sealed interface Term {
    /** The shape of the result. */
    Shape shape();

    /** A value of the model. */
    record ValueOf(Value value) implements Term {
        @Override
        public Shape shape() {
            return value.shape();
        }
    }

    /** A weight. */
    record WeightOf(Weight weight) implements Term {
        @Override
        public Shape shape() {
            return weight.shape();
        }
    }

    /** A number known at compile time. */
    record Constant(double value) implements Term {
        @Override
        public Shape shape() {
            return Shape.NUMBER;
        }
    }

    /** A number that is chosen when the program runs, the same for all examples: a parameter of a loss. */
    record Setting(String name) implements Term {
        @Override
        public Shape shape() {
            return Shape.NUMBER;
        }
    }

    /** The length of a row that is known only when the program runs; see {@link Shape#ANY_LENGTH}. */
    record RowLength() implements Term {
        @Override
        public Shape shape() {
            return Shape.NUMBER;
        }
    }

    /** An argument of the function in whose body this stands; its index counts tensor arguments only. */
    record Argument(int index, String name, Shape shape) implements Term {}

    /** A primitive of its arguments. */
    record Apply(Primitive primitive, List<Term> arguments, Shape shape, Span span) implements Term {
        public Apply {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A part of the innermost row.
     *
     * @param from the first element
     */
    record Slice(Term row, int from, Shape shape, Span span) implements Term {}

    /**
     * A function of its arguments. The arguments' shapes are the function's own, with equal outer dimensions before them
     * where it is mapped over rows or elements.
     */
    record Invoke(PureFunction function, List<Term> arguments, Shape shape, Span span) implements Term {
        public Invoke {
            arguments = List.copyOf(arguments);
        }
    }
}

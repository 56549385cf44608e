package org.nnlang.compiler.check;

import java.util.List;
import java.util.Map;
import org.nnlang.compiler.library.Symbol;
import org.nnlang.compiler.model.Shape;
import org.nnlang.compiler.model.Term;
import org.nnlang.compiler.source.Span;

/**
 * What an expression means at compile time.
 *
 * <p>Numbers, truths, texts and lists are known while compiling; a tensor is known only by its shape; functions, initializers,
 * components and stages are parts of the network itself.
 */
sealed interface Meaning {
    /** What people call such a thing, with its article. */
    String description();

    /** A number known at compile time. */
    record NumberValue(double value) implements Meaning {
        @Override
        public String description() {
            return "the number " + Numbers.text(value);
        }
    }

    /** A truth known at compile time. */
    record TruthValue(boolean value) implements Meaning {
        @Override
        public String description() {
            return String.valueOf(value);
        }
    }

    /** A text. */
    record TextValue(String value) implements Meaning {
        @Override
        public String description() {
            return "the text \"" + value + "\"";
        }
    }

    /** A list known at compile time. */
    record ListValue(List<Meaning> elements) implements Meaning {
        public ListValue {
            elements = List.copyOf(elements);
        }

        @Override
        public String description() {
            return "a list";
        }
    }

    /** {@code none}: leave it out. */
    record None() implements Meaning {
        @Override
        public String description() {
            return "`none`";
        }
    }

    /** What {@code fan_in} and {@code fan_out} are for a weight that has none. */
    record NoFans(Shape shape) implements Meaning {
        @Override
        public String description() {
            return "nothing: a weight of shape " + shape + " has no fans";
        }
    }

    /** A function, perhaps with some of its parameters bound. */
    record FunctionValue(Symbol symbol, Map<String, Meaning> bound) implements Meaning {
        @Override
        public String description() {
            return "the function `" + symbol.name() + "`";
        }
    }

    /** An initializer, perhaps with some of its parameters bound. */
    record InitializerValue(Symbol symbol, Map<String, Meaning> bound) implements Meaning {
        @Override
        public String description() {
            return "the initializer `" + symbol.name() + "`";
        }
    }

    /** A layer or a model that is not configured by parentheses yet. */
    record ComponentValue(Symbol symbol) implements Meaning {
        @Override
        public String description() {
            return "`" + symbol.name() + "` without parentheses";
        }
    }

    /**
     * A tensor: known when the network runs.
     *
     * @param origin where it comes from, for diagnostics
     * @param how how its shape was decided there
     */
    record Tensor(Term term, Span origin, Origin how) implements Meaning {
        /** How a shape was decided, as diagnostics say it. */
        enum Origin {
            DECLARED("declared here"),
            LAYER("decided by this layer"),
            COMPUTED("computed here");

            private final String text;

            Origin(String text) {
                this.text = text;
            }

            String text() {
                return text;
            }
        }

        static Tensor computed(Term term, Span span) {
            return new Tensor(term, span, Origin.COMPUTED);
        }

        Shape shape() {
            return term.shape();
        }

        @Override
        public String description() {
            return term.shape().equals(Shape.NUMBER) ? "a number" : "a value of shape " + term.shape();
        }
    }

    /** Several values, or functions, side by side. */
    record Group(List<Meaning> elements) implements Meaning {
        public Group {
            elements = List.copyOf(elements);
        }

        @Override
        public String description() {
            return elements.size() + " values";
        }
    }

    /** The outputs of a component that has more than one, by name. */
    record Outputs(Map<String, Tensor> byName) implements Meaning {
        @Override
        public String description() {
            return byName.size() + " outputs (" + String.join(", ", byName.keySet()) + ")";
        }
    }

    /** A part of a network that values are piped into; see {@link NetworkStage}. */
    non-sealed interface Stage extends Meaning {}
}

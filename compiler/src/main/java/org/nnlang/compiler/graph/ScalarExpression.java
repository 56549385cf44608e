package org.nnlang.compiler.graph;

import java.util.List;
import java.util.stream.Collectors;
import org.nnlang.compiler.model.Primitive;

/**
 * A formula for one element of a result, over elements of the operands.
 *
 * <p>Calls keep their names: a derivative goes through a call by the chain rule, and the generated Java keeps the function.
 */
public sealed interface ScalarExpression {
    /** A number; it is rounded to float only when it meets an operand. */
    record Constant(double value) implements ScalarExpression {
        @Override
        public String toString() {
            return Decimals.shortest(value);
        }
    }

    /** An element of the operand with this index. */
    record Operand(int index) implements ScalarExpression {
        @Override
        public String toString() {
            return "$" + index;
        }
    }

    /** An element-wise primitive. */
    record Apply(Primitive primitive, List<ScalarExpression> arguments) implements ScalarExpression {
        public Apply {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return primitive.functionName() + joined(arguments);
        }
    }

    /** A function of numbers. */
    record Invoke(ScalarFunction function, List<ScalarExpression> arguments) implements ScalarExpression {
        public Invoke {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            return function.name() + joined(arguments);
        }
    }

    /** A primitive of these arguments. */
    static ScalarExpression apply(Primitive primitive, ScalarExpression... arguments) {
        return new Apply(primitive, List.of(arguments));
    }

    /** What it is made of. */
    default List<ScalarExpression> children() {
        if (this instanceof Apply apply) {
            return apply.arguments();
        }
        return this instanceof Invoke invoke ? invoke.arguments() : List.of();
    }

    /** The same formula over other parts. */
    default ScalarExpression withChildren(List<ScalarExpression> children) {
        if (this instanceof Apply apply) {
            return new Apply(apply.primitive(), children);
        }
        return this instanceof Invoke invoke ? new Invoke(invoke.function(), children) : this;
    }

    /** The same formula with each operand replaced by the expression at its index. */
    default ScalarExpression substitute(List<ScalarExpression> operands) {
        if (this instanceof Operand operand) {
            return operands.get(operand.index());
        }
        return withChildren(
                children().stream().map(child -> child.substitute(operands)).toList());
    }

    /** The number of its parts, itself included. */
    default int size() {
        return 1 + children().stream().mapToInt(ScalarExpression::size).sum();
    }

    /** Whether it is a truth rather than a number: as a number, a truth is 1 and a falsehood 0. */
    default boolean isCondition() {
        return this instanceof Apply apply
                && switch (apply.primitive()) {
                    case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL, AND, OR, NOT -> true;
                    default -> false;
                };
    }

    /** Whether computing it twice costs as good as nothing: no division and no function. */
    default boolean isCheap() {
        boolean cheap = !(this instanceof Invoke)
                && (!(this instanceof Apply apply)
                        || switch (apply.primitive()) {
                            case ADD, SUBTRACT, MULTIPLY, NEGATE, MAXIMUM, MINIMUM, ABS, CHOOSE -> true;
                            default -> apply.isCondition();
                        });
        return cheap && !isLargerThan(8) && children().stream().allMatch(ScalarExpression::isCheap);
    }

    /** Whether it has more than so many parts: told by looking at no more of them, since a part may be in it very often. */
    default boolean isLargerThan(int parts) {
        return left(parts) < 0;
    }

    /** How many of so many parts are left when its own are taken; less than 0 where they are too few. */
    private int left(int parts) {
        int left = parts - 1;
        for (ScalarExpression child : children()) {
            if (left < 0) {
                return left;
            }
            left = child.left(left);
        }
        return left;
    }

    private static String joined(List<ScalarExpression> arguments) {
        return arguments.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
}

package org.nnlang.compiler.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.source.Span;

/** An expression: a number, a shape's size, a function, a tensor or a network; which one, the checker decides. */
public sealed interface Expression extends Node {
    /** A number; the text is kept so that it prints as it was written. */
    record NumberLiteral(double value, String text, Span span) implements Expression {}

    /** A string, without quotes and escapes. */
    record StringLiteral(String value, Span span) implements Expression {}

    /** {@code true} or {@code false}. */
    record BooleanLiteral(boolean value, Span span) implements Expression {}

    /** A name. */
    record Reference(Identifier name, Span span) implements Expression {}

    /** {@code target.name}. */
    record Member(Expression target, Identifier name, Span span) implements Expression {}

    /** {@code callee(arguments)}. */
    record Call(Expression callee, List<Argument> arguments, Span span) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code -operand}. */
    record Negate(Expression operand, Span span) implements Expression {}

    /** {@code not operand}. */
    record Not(Expression operand, Span span) implements Expression {}

    /**
     * {@code left operator right}.
     *
     * @param operatorSpan the place of the operator alone
     */
    record Binary(Expression left, Operator operator, Span operatorSpan, Expression right, Span span)
            implements Expression {}

    /** {@code a -> b -> c}: the whole spine, flattened; at least two stages, the first of which may be a value. */
    record Pipe(List<Stage> stages, Span span) implements Expression {
        public Pipe {
            stages = List.copyOf(stages);
        }
    }

    /** {@code if condition then whenTrue else whenFalse}. */
    record Choice(Expression condition, Expression whenTrue, Expression whenFalse, Span span) implements Expression {}

    /**
     * {@code repeat times as binder { body }}.
     *
     * @param times a number of times, or a list whose elements the binder takes in turn
     * @param binder the name of the element, or null
     */
    record Repeat(Expression times, @Nullable Identifier binder, Expression body, Span span) implements Expression {}

    /** {@code (a)} or {@code (a, b)}: one element is a parenthesised expression, more are a group. */
    record Group(List<Expression> elements, Span span) implements Expression {
        public Group {
            elements = List.copyOf(elements);
        }
    }

    /** {@code [a, b]}. */
    record ListOf(List<Expression> elements, Span span) implements Expression {
        public ListOf {
            elements = List.copyOf(elements);
        }
    }
}

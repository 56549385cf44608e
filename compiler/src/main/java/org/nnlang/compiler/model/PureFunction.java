package org.nnlang.compiler.model;

import java.util.List;
import org.nnlang.compiler.source.Span;

/**
 * A function of the language with its compile-time arguments bound and its rows' lengths known.
 *
 * @param name its name, such as {@code leaky_relu}
 * @param configuration its bound compile-time arguments as text, such as {@code slope = 0.2}, without those that have their
 *     default
 * @param arguments the shapes of its tensor arguments: a number, or a row
 * @param body the formula over {@link Term.Argument}s
 * @param span its declaration
 */
public record PureFunction(
        String name,
        String packageName,
        List<String> configuration,
        String documentation,
        List<Shape> arguments,
        Term body,
        Span span) {
    public PureFunction {
        configuration = List.copyOf(configuration);
        arguments = List.copyOf(arguments);
    }
}

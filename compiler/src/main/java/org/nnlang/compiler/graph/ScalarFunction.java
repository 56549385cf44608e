package org.nnlang.compiler.graph;

import java.util.List;

/**
 * A function of numbers that the program gave a name, such as {@code swish}.
 *
 * @param configuration its bound compile-time arguments as text, such as {@code slope = 0.2}
 * @param parameters the names of its arguments
 * @param body its formula over {@link ScalarExpression.Operand}s
 */
public record ScalarFunction(String name, List<String> configuration, List<String> parameters, ScalarExpression body) {
    public ScalarFunction {
        configuration = List.copyOf(configuration);
        parameters = List.copyOf(parameters);
    }

    @Override
    public String toString() {
        return name + "(" + String.join(", ", parameters) + ") = " + body;
    }
}

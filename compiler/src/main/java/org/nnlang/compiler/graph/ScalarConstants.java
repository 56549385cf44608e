package org.nnlang.compiler.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nnlang.compiler.graph.ScalarExpression.Apply;
import org.nnlang.compiler.graph.ScalarExpression.Constant;
import org.nnlang.compiler.model.Primitive;

/** Computes formulas of constants as {@link Elements} has it. */
final class ScalarConstants {
    /** What the runtime approximates in its own way. */
    private static final Set<Primitive> OF_THE_RUNTIME =
            Set.of(Primitive.SIGMOID, Primitive.SOFTPLUS, Primitive.ERF, Primitive.ERFC, Primitive.GELU);

    private ScalarConstants() {}

    /** The value of a formula of constants; nothing where an argument is no constant, or only the runtime knows the function. */
    static Optional<ScalarExpression> fold(Apply applied) {
        List<ScalarExpression> arguments = applied.arguments();
        if (!arguments.stream().allMatch(Constant.class::isInstance)) {
            return Optional.empty();
        }
        double[] numbers = arguments.stream()
                .mapToDouble(argument -> ((Constant) argument).value())
                .toArray();
        if (OF_THE_RUNTIME.contains(applied.primitive())) {
            return Optional.empty();
        }
        double value = Elements.apply(
                applied.primitive(),
                numbers[0],
                numbers.length > 1 ? numbers[1] : 0,
                numbers.length > 2 ? numbers[2] : 0);
        return Optional.of(new Constant(value));
    }
}

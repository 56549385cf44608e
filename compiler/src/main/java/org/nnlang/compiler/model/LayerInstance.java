package org.nnlang.compiler.model;

import java.util.List;
import java.util.stream.Stream;
import org.nnlang.compiler.source.Span;

/**
 * One layer of a model: a component with its arguments bound and weights of its own.
 *
 * <p>A layer that is applied twice (through a {@code let}) is one instance with two {@link Step.LayerCall}s.
 *
 * @param path the dotted path, such as {@code hidden1} or {@code residual[2].dense}; empty for the model itself
 * @param type the name of its declaration, such as {@code Dense}
 * @param packageName the package of its declaration, such as {@code nn.core}
 * @param arguments its bound arguments as text, in the order of its parameters, such as {@code units = 50}
 * @param weights its own weights, in order of declaration
 * @param children the layers inside it, in order of first use
 * @param span where it is used
 */
public record LayerInstance(
        String path,
        String type,
        String packageName,
        String documentation,
        List<String> arguments,
        List<Weight> weights,
        List<LayerInstance> children,
        Span span) {
    public LayerInstance {
        arguments = List.copyOf(arguments);
        weights = List.copyOf(weights);
        children = List.copyOf(children);
    }

    /** The last part of the path, as the enclosing layer calls it. */
    public String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Its own weights and those of the layers inside it, in order. */
    public Stream<Weight> allWeights() {
        return Stream.concat(weights.stream(), children.stream().flatMap(LayerInstance::allWeights));
    }
}

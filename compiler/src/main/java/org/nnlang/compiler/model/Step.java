package org.nnlang.compiler.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nnlang.compiler.source.Span;

/** A step of a model, in the order of evaluation. */
public sealed interface Step {
    /** Where it is written. */
    Span span();

    /**
     * {@code result = term}.
     *
     * @param path what people call the step, unique in its model, such as {@code softmax} or {@code add_1}; null where the step
     *     lies inside a layer
     * @param stage whether it is a function piped into, so that a summary shows it as a row
     */
    record Computation(Value result, Term term, @Nullable String path, boolean stage, Span span) implements Step {}

    /**
     * One application of a layer.
     *
     * @param inputs the values that are piped in, in the order of the layer's inputs
     * @param body the layer's own steps, on these inputs
     * @param outputs the results, in the order of the layer's outputs; each is the result of a step of the body, or an input
     */
    record LayerCall(LayerInstance layer, List<Value> inputs, List<Step> body, List<Value> outputs, Span span)
            implements Step {
        public LayerCall {
            inputs = List.copyOf(inputs);
            body = List.copyOf(body);
            outputs = List.copyOf(outputs);
        }
    }
}

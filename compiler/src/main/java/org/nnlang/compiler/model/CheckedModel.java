package org.nnlang.compiler.model;

import java.util.List;
import org.nnlang.compiler.source.Span;

/**
 * What a `model` declaration means: every name resolved, every parameter bound, every shape known.
 *
 * @param packageName the package; empty for none
 * @param form how a summary shows it
 * @param inputs its inputs in order; their values are the leaves of the steps
 * @param outputs its outputs in order
 * @param root the model as a layer: its weights and the tree of its layers
 * @param steps what it computes, in order
 * @param span its declaration
 */
public record CheckedModel(
        String packageName,
        String name,
        String documentation,
        Form form,
        List<Port> inputs,
        List<Port> outputs,
        LayerInstance root,
        List<Step> steps,
        Span span) {

    /** A single pipe from the only input to the only output, or any other network. */
    public enum Form {
        SEQUENTIAL,
        FUNCTIONAL
    }

    /** An input or an output. */
    public record Port(String name, String documentation, Value value, Span span) {}

    public CheckedModel {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        steps = List.copyOf(steps);
    }
}

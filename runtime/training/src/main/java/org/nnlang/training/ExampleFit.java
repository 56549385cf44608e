package org.nnlang.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.runtime.Port;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.data.Examples;

/** Whether examples are of a network's shapes: asked before the first step, so that nothing is half done. */
final class ExampleFit {
    private ExampleFit() {}

    /**
     * Compares the inputs.
     *
     * @throws IllegalArgumentException naming the first that differs
     */
    static void requireInputs(Model model, Examples examples) {
        List<Port> inputs = model.inputs();
        List<Shape> shapes = examples.inputShapes();
        if (shapes.size() != inputs.size()) {
            throw new IllegalArgumentException(model.name() + " has " + inputs.size() + " inputs, " + inputs
                    + ", but the examples have " + shapes.size() + ", " + shapes + ": give one tensor for each input");
        }
        for (int i = 0; i < shapes.size(); i++) {
            if (!shapes.get(i).equals(inputs.get(i).shape())) {
                throw new IllegalArgumentException("input " + inputs.get(i) + " of " + model.name()
                        + ": the examples have "
                        + shapes.get(i)
                        + (shapes.get(i).elements() == inputs.get(i).shape().elements()
                                ? ": as many numbers; give the examples the shape "
                                        + inputs.get(i).shape()
                                : ": give it tensors of its shape, or declare the input as " + shapes.get(i)));
            }
        }
        if (examples.size() == 0) {
            throw new IllegalArgumentException("there are no examples: give at least one");
        }
    }

    /**
     * Joins outputs, targets and goals.
     *
     * @param activation what a loss may use of an output, by its index
     * @throws IllegalArgumentException naming the first output that does not fit
     */
    static List<Head> heads(
            Model model,
            Examples examples,
            List<Goal> goals,
            Function<Integer, OutputActivation> activation,
            int capacity) {
        List<Port> outputs = model.outputs();
        List<Shape> targets = examples.targetShapes();
        if (targets.size() != outputs.size()) {
            throw new IllegalArgumentException(model.name() + " has " + outputs.size() + " outputs, " + outputs
                    + ", but the examples have " + targets.size() + " targets, " + targets
                    + ": give one target for each output");
        }
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            heads.add(new Head(outputs.get(i), activation.apply(i), targets.get(i), goals.get(i), capacity));
        }
        return heads;
    }
}

package org.nnlang.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.runtime.Port;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.data.Examples;

/** The arrays of up to so many examples, as sessions take them. */
final class Batch {
    private final Examples examples;
    private final @Nullable ClassWeights classWeights;
    private final float[][] inputs;
    private final float[][] targets;
    private final float[] weights;
    private int count;
    private boolean weighted;

    Batch(Examples examples, @Nullable ClassWeights classWeights, int capacity) {
        this.examples = examples;
        this.classWeights = classWeights;
        this.inputs = arrays(examples.inputShapes(), capacity);
        this.targets = arrays(examples.targetShapes(), capacity);
        this.weights = new float[capacity];
    }

    /** Arrays for the logits of outputs: empty for those that have none. */
    static float[][] logits(List<OutputActivation> activations, float[][] outputs) {
        float[][] logits = new float[outputs.length][];
        for (int i = 0; i < outputs.length; i++) {
            logits[i] = new float[activations.get(i) == OutputActivation.OTHER ? 0 : outputs[i].length];
        }
        return logits;
    }

    /** One array a port. */
    static float[][] outputs(List<Port> ports, int capacity) {
        return arrays(ports.stream().map(Port::shape).toList(), capacity);
    }

    private static float[][] arrays(List<Shape> shapes, int capacity) {
        return shapes.stream()
                .map(shape -> new float[Math.multiplyExact(capacity, shape.elements())])
                .toArray(float[][]::new);
    }

    /** Takes the examples {@code order[from]} to {@code order[from + count - 1]}. */
    void fill(int[] order, int from, int newCount) {
        count = newCount;
        weighted = false;
        for (int i = 0; i < count; i++) {
            int index = order[from + i];
            examples.copy(index, inputs, targets, i);
            float weight = examples.weight(index);
            if (classWeights != null) {
                weight *= classWeights.weight(targets[0], i);
            }
            weights[i] = weight;
            weighted |= weight != 1;
        }
    }

    int count() {
        return count;
    }

    float[][] inputs() {
        return inputs;
    }

    float[][] targets() {
        return targets;
    }

    /** One an example; null where all are 1. */
    float @Nullable [] weights() {
        return weighted ? weights : null;
    }
}

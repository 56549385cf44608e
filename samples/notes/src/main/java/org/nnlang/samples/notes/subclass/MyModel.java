package org.nnlang.samples.notes.subclass;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.Summary;

/** The 3-3-2-2 network as a class that keeps its layers in fields and calls them itself, as a subclass of Keras' Model does. */
public final class MyModel {
    private final Layer1 layer1;
    private final Layer2 layer2;
    private final Layer3 layer3;

    /** Makes the layers with fresh weights; equal seeds give equal weights. */
    public MyModel(long seed) {
        layer1 = Layer1.create(seed);
        layer2 = Layer2.create(seed + 1);
        layer3 = Layer3.create(seed + 2);
    }

    /**
     * Calculates the probabilities of two classes.
     *
     * @param x rows of 3 numbers, one after another
     * @param count how many rows
     * @return rows of 2 numbers
     */
    public float[] call(float[] x, int count) {
        float[] h1 = new float[count * 3];
        float[] h2 = new float[count * 2];
        float[] y = new float[count * 2];
        layer1.newSession(count).run(x, count, h1);
        layer2.newSession(count).run(h1, count, h2);
        layer3.newSession(count).run(h2, count, y);
        return y;
    }

    /** The layers, in the order of the call. */
    public List<Model> layers() {
        return List.of(layer1, layer2, layer3);
    }

    /** The number of weights of all layers. */
    public long countParameters() {
        return summary().parameters();
    }

    /** The rows of all layers; {@link Summary.Style#KERAS_SUBCLASS} prints them as Keras does. */
    public Summary summary() {
        List<Summary.Entry> entries = new ArrayList<>(layer1.summary().entries());
        for (Model layer : List.of(layer2, layer3)) {
            layer.summary().entries().stream()
                    .filter(entry -> entry.kind() != Summary.Kind.INPUT)
                    .forEach(entries::add);
        }
        return new Summary("MyModel", Summary.Form.SEQUENTIAL, entries);
    }
}

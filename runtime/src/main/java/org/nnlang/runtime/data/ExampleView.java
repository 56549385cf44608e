package org.nnlang.runtime.data;

import java.util.List;
import org.nnlang.runtime.Shape;

/** Examples that are some of others, in some order. */
abstract class ExampleView implements Examples {
    private final Examples examples;

    ExampleView(Examples examples) {
        this.examples = examples;
    }

    /**
     * Which of the others an example is.
     *
     * @throws IndexOutOfBoundsException if there is no such example here
     */
    abstract int source(int index);

    @Override
    public final List<Shape> inputShapes() {
        return examples.inputShapes();
    }

    @Override
    public final List<Shape> targetShapes() {
        return examples.targetShapes();
    }

    @Override
    public void copy(int index, float[][] inputs, float[][] targets, int place) {
        examples.copy(source(index), inputs, targets, place);
    }

    @Override
    public float weight(int index) {
        return examples.weight(source(index));
    }
}

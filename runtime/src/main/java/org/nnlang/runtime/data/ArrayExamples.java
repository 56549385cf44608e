package org.nnlang.runtime.data;

import java.util.List;
import java.util.Objects;
import org.nnlang.runtime.Shape;

/** Examples whose rows are in arrays, one array an input and one an output. */
final class ArrayExamples implements Examples {
    private final int size;
    private final List<Shape> inputShapes;
    private final float[][] inputs;
    private final List<Shape> targetShapes;
    private final float[][] targets;

    ArrayExamples(List<Shape> inputShapes, List<float[]> inputs, List<Shape> targetShapes, List<float[]> targets) {
        if (inputShapes.isEmpty()) {
            throw new IllegalArgumentException("examples need at least one input");
        }
        this.inputShapes = List.copyOf(inputShapes);
        this.inputs = inputs.toArray(float[][]::new);
        this.targetShapes = List.copyOf(targetShapes);
        this.targets = targets.toArray(float[][]::new);
        this.size =
                inputs.isEmpty() ? 0 : inputs.get(0).length / inputShapes.get(0).elements();
        check("input", this.inputShapes, this.inputs);
        check("target", this.targetShapes, this.targets);
    }

    private void check(String what, List<Shape> shapes, float[][] arrays) {
        if (shapes.size() != arrays.length) {
            throw new IllegalArgumentException(
                    "got " + shapes.size() + " " + what + " shapes, but arrays for " + arrays.length);
        }
        for (int i = 0; i < arrays.length; i++) {
            long expected = (long) size * shapes.get(i).elements();
            if (arrays[i].length != expected) {
                throw new IllegalArgumentException(what + " " + i + " of shape " + shapes.get(i) + " needs " + expected
                        + " numbers for " + size + " examples, got " + arrays[i].length
                        + (what.equals("input") && i == 0 ? ": no whole number of rows" : ""));
            }
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<Shape> inputShapes() {
        return inputShapes;
    }

    @Override
    public List<Shape> targetShapes() {
        return targetShapes;
    }

    @Override
    public void copy(int index, float[][] inputs, float[][] targets, int place) {
        Objects.checkIndex(index, size);
        copyRows(index, this.inputs, inputs, place);
        copyRows(index, this.targets, targets, place);
    }

    private void copyRows(int index, float[][] from, float[][] to, int place) {
        for (int i = 0; i < from.length; i++) {
            int width = from[i].length / size;
            System.arraycopy(from[i], index * width, to[i], place * width, width);
        }
    }
}

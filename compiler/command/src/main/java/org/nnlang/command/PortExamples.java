package org.nnlang.command;

import java.util.List;
import java.util.stream.Collectors;
import org.nnlang.runtime.Port;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.data.Examples;

/** Examples of one row of inputs and one row of targets, such as a line of a table, dealt out to a model's ports in their order. */
final class PortExamples implements Examples {
    private final Examples rows;
    private final List<Shape> inputShapes;
    private final List<Shape> targetShapes;
    private final float[][] input;
    private final float[][] target;

    private PortExamples(Examples rows, List<Shape> inputShapes, List<Shape> targetShapes) {
        this.rows = rows;
        this.inputShapes = List.copyOf(inputShapes);
        this.targetShapes = List.copyOf(targetShapes);
        this.input = new float[][] {new float[rows.inputShapes().get(0).elements()]};
        this.target = new float[][] {new float[rows.targetShapes().get(0).elements()]};
    }

    /**
     * The examples as a model takes them.
     *
     * @param targetShapes one an output
     * @throws Failure if the rows have not as many numbers as the model takes
     */
    static Examples of(String data, Examples rows, List<Port> inputs, List<Shape> targetShapes) {
        List<Shape> inputShapes = inputs.stream().map(Port::shape).toList();
        int columns = elements(rows.inputShapes());
        int wanted = elements(inputShapes);
        if (columns != wanted) {
            throw new Failure(data + " has rows of " + columns + " input numbers, but the model takes " + wanted + ": "
                    + inputs.stream().map(Port::toString).collect(Collectors.joining(", "))
                    + "; choose the columns by --features");
        }
        if (elements(rows.targetShapes()) != elements(targetShapes)) {
            throw new Failure(data + " has rows of " + elements(rows.targetShapes())
                    + " target numbers, but the outputs need " + elements(targetShapes) + ", of the shapes "
                    + targetShapes + "; name the columns by --target");
        }
        boolean same =
                rows.inputShapes().equals(inputShapes) && rows.targetShapes().equals(targetShapes);
        return same ? rows : new PortExamples(rows, inputShapes, targetShapes);
    }

    private static int elements(List<Shape> shapes) {
        return shapes.stream().mapToInt(Shape::elements).sum();
    }

    @Override
    public int size() {
        return rows.size();
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
        rows.copy(index, input, target, 0);
        deal(input[0], inputShapes, inputs, place);
        deal(target[0], targetShapes, targets, place);
    }

    private static void deal(float[] row, List<Shape> shapes, float[][] arrays, int place) {
        int from = 0;
        for (int i = 0; i < arrays.length; i++) {
            int count = shapes.get(i).elements();
            System.arraycopy(row, from, arrays[i], place * count, count);
            from += count;
        }
    }

    @Override
    public float weight(int index) {
        return rows.weight(index);
    }
}

package org.nnlang.training;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.data.Examples;
import org.nnlang.runtime.init.RandomStream;

/** Random points; the class says on which side of a curve each is, the size is a smooth function of it. */
final class TinyExamples implements Examples {
    final float[] x;
    final float[] digit;
    final float[] size;
    private final boolean twoOutputs;
    private final float[] weights;

    TinyExamples(int count, boolean twoOutputs, float... weights) {
        this.twoOutputs = twoOutputs;
        this.weights = weights;
        this.x = new float[3 * count];
        this.digit = new float[count];
        this.size = new float[count];
        RandomStream random = RandomStream.of(3, "examples");
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < 3; j++) {
                x[3 * i + j] = (float) (2 * random.nextDouble() - 1);
            }
            digit[i] = x[3 * i] + x[3 * i + 1] * x[3 * i + 1] > 0.4 ? 1 : 0;
            size[i] = x[3 * i] - 2 * x[3 * i + 2];
        }
    }

    @Override
    public int size() {
        return digit.length;
    }

    @Override
    public List<Shape> inputShapes() {
        return List.of(Shape.of(3));
    }

    @Override
    public List<Shape> targetShapes() {
        List<Shape> shapes = new ArrayList<>(List.of(Shape.of(1)));
        if (twoOutputs) {
            shapes.add(Shape.of(1));
        }
        return shapes;
    }

    @Override
    public void copy(int index, float[][] inputs, float[][] targets, int place) {
        System.arraycopy(x, 3 * index, inputs[0], 3 * place, 3);
        targets[0][place] = digit[index];
        if (twoOutputs) {
            targets[1][place] = size[index];
        }
    }

    @Override
    public float weight(int index) {
        return weights.length == 0 ? 1 : weights[index];
    }
}

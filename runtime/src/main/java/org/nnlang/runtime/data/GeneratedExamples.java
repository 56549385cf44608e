package org.nnlang.runtime.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.nnlang.runtime.Shape;
import org.nnlang.runtime.init.RandomStream;

/** Examples made on demand. Of use to one thread at a time: it has room for one example. */
final class GeneratedExamples implements Examples {
    private final int size;
    private final List<Shape> inputShapes;
    private final List<Shape> targetShapes;
    private final long seed;
    private final ExampleGenerator generator;
    private final float[][] oneInputs;
    private final float[][] oneTargets;

    GeneratedExamples(
            int size, List<Shape> inputShapes, List<Shape> targetShapes, long seed, ExampleGenerator generator) {
        if (size < 0) {
            throw new IllegalArgumentException("the number of examples must not be negative, got " + size);
        }
        if (inputShapes.isEmpty()) {
            throw new IllegalArgumentException("examples need at least one input");
        }
        this.size = size;
        this.inputShapes = List.copyOf(inputShapes);
        this.targetShapes = List.copyOf(targetShapes);
        // Drawn, so that neighbouring seeds share no examples at shifted indices.
        this.seed = RandomStream.of(seed, "examples").nextLong();
        this.generator = generator;
        this.oneInputs = room(inputShapes);
        this.oneTargets = room(targetShapes);
    }

    private static float[][] room(List<Shape> shapes) {
        return shapes.stream().map(shape -> new float[shape.elements()]).toArray(float[][]::new);
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
        clear(oneInputs);
        clear(oneTargets);
        generator.generate(index, RandomStream.of(seed + index, "example"), oneInputs, oneTargets);
        copyOut(oneInputs, inputs, place);
        copyOut(oneTargets, targets, place);
    }

    private static void clear(float[][] arrays) {
        for (float[] array : arrays) {
            Arrays.fill(array, 0);
        }
    }

    private static void copyOut(float[][] from, float[][] to, int place) {
        for (int i = 0; i < from.length; i++) {
            System.arraycopy(from[i], 0, to[i], place * from[i].length, from[i].length);
        }
    }
}

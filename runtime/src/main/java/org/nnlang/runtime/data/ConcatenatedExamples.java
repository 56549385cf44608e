package org.nnlang.runtime.data;

import java.util.List;
import java.util.Objects;
import org.nnlang.runtime.Shape;

/** Examples followed by others of the same shapes. */
final class ConcatenatedExamples implements Examples {
    private final Examples first;
    private final Examples second;
    private final int size;

    ConcatenatedExamples(Examples first, Examples second) {
        requireEqual("inputs", first.inputShapes(), second.inputShapes());
        requireEqual("targets", first.targetShapes(), second.targetShapes());
        long sum = (long) first.size() + second.size();
        if (sum > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    first.size() + " and " + second.size() + " examples are more than 2^31 - 1 together");
        }
        this.first = first;
        this.second = second;
        this.size = (int) sum;
    }

    private static void requireEqual(String what, List<Shape> some, List<Shape> others) {
        if (!some.equals(others)) {
            throw new IllegalArgumentException(
                    "only examples of equal shapes go together: " + what + " are " + some + " and " + others);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<Shape> inputShapes() {
        return first.inputShapes();
    }

    @Override
    public List<Shape> targetShapes() {
        return first.targetShapes();
    }

    @Override
    public void copy(int index, float[][] inputs, float[][] targets, int place) {
        Objects.checkIndex(index, size);
        if (index < first.size()) {
            first.copy(index, inputs, targets, place);
        } else {
            second.copy(index - first.size(), inputs, targets, place);
        }
    }

    @Override
    public float weight(int index) {
        Objects.checkIndex(index, size);
        return index < first.size() ? first.weight(index) : second.weight(index - first.size());
    }
}

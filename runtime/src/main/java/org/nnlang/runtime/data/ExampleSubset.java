package org.nnlang.runtime.data;

import java.util.Objects;

/** Some of other examples, by their indices. */
final class ExampleSubset extends ExampleView {
    private final int[] indices;

    ExampleSubset(Examples examples, int[] indices) {
        super(examples);
        for (int index : indices) {
            Objects.checkIndex(index, examples.size());
        }
        this.indices = indices.clone();
    }

    @Override
    public int size() {
        return indices.length;
    }

    @Override
    int source(int index) {
        return indices[index];
    }
}

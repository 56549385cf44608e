package org.nnlang.runtime.data;

import java.util.Objects;

/** Consecutive ones of other examples. */
final class ExampleRange extends ExampleView {
    private final int from;
    private final int size;

    ExampleRange(Examples examples, int from, int to) {
        super(examples);
        Objects.checkFromToIndex(from, to, examples.size());
        this.from = from;
        this.size = to - from;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    int source(int index) {
        return from + Objects.checkIndex(index, size);
    }
}

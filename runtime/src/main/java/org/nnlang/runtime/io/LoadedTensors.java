package org.nnlang.runtime.io;

import java.util.List;

/** The arrays of a file that had to be read as a whole: they are compressed, or lie column by column. */
record LoadedTensors(List<NamedArray> arrays) implements OpenTensors {
    @Override
    public List<TensorHeader> headers() {
        return arrays.stream().map(NamedArray::header).toList();
    }

    @Override
    public void read(Target target) {
        for (NamedArray array : arrays) {
            target.take(array.header(), 0, array.values(), array.values().length);
        }
    }

    @Override
    public void close() {
        // Nothing is open any more.
    }
}

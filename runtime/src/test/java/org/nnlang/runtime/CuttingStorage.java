package org.nnlang.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.nnlang.runtime.kernel.ArrayStorage;
import org.nnlang.runtime.kernel.ParameterStorage;

/** Cuts a file off when it is handed the first numbers of it, as another process might. */
final class CuttingStorage implements ParameterStorage {
    private final ArrayStorage values;
    private final Path file;
    private final long size;

    /**
     * Makes zeros.
     *
     * @param size what is left of the file, in bytes
     */
    CuttingStorage(int count, Path file, long size) {
        this.values = new ArrayStorage(count);
        this.file = file;
        this.size = size;
    }

    @Override
    public void write(int from, float[] source, int count) {
        try {
            StreamedWeightsTest.truncate(file, size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        values.write(from, source, count);
    }

    @Override
    public void read(float[] target) {
        values.read(target);
    }

    @Override
    public void write(float[] source) {
        values.write(source);
    }

    @Override
    public ParameterStorage sameLayout() {
        return values.sameLayout();
    }

    @Override
    public float[][] arrays() {
        return values.arrays();
    }

    @Override
    public double sumOfSquares() {
        return values.sumOfSquares();
    }
}

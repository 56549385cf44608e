package org.nnlang.runtime.kernel;

import java.util.Objects;

/** The checks of lengths that all storages share. */
final class Lengths {
    private Lengths() {}

    static void check(int expected, float[] array) {
        if (array.length != expected) {
            throw new IllegalArgumentException("expected %s values, got %s".formatted(expected, array.length));
        }
    }

    /** Checks a run of so many of the array's first values, which goes to {@code from} among {@code size}. */
    static void checkRun(int from, float[] array, int count, int size) {
        Objects.checkFromIndexSize(0, count, array.length);
        Objects.checkFromIndexSize(from, count, size);
    }
}

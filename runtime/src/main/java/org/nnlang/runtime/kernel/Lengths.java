package org.nnlang.runtime.kernel;

/** The one check of an array's length that all storages share. */
final class Lengths {
    private Lengths() {}

    static void check(int expected, float[] array) {
        if (array.length != expected) {
            throw new IllegalArgumentException("expected " + expected + " values, got " + array.length);
        }
    }
}

package org.nnlang.runtime.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Floats outside of the heap, from the beginning of a line of the cache.
 *
 * <p>An array begins anywhere in a line, and moves. Its vectors of 512 bits then reach into two lines each, which the processor reads
 * one after the other: a product of one row takes one and a half times as long, and one of many rows a tenth longer. This memory is free
 * again when the garbage collector has found that nobody uses it.
 */
final class VectorMemory {
    /** The most floats, 2 MB: larger arrays mostly begin where vectors like it, and would be in memory twice while they are copied. */
    private static final int MOST = 1 << 19;

    private static final System.Logger LOG = System.getLogger("org.nnlang.runtime");

    /**
     * Whether vectors are loaded from it faster than from arrays: those that are as long as a line of the cache, and not with earlier
     * virtual machines, which check bounds in each turn of a loop.
     */
    private static final boolean IS_FASTER =
            VectorLanes.COUNT == VectorTile.LINE && Runtime.version().feature() >= 25 && isThere();

    /** Whether some was refused: before that all garbage is collected, and the program waits for half a second, which is enough once. */
    private static boolean isRefused;

    /** What {@link VectorSegment} loads from. */
    final Object segment;

    private final FloatBuffer floats;

    private VectorMemory(ByteBuffer bytes) {
        this.segment = VectorSegment.of(bytes);
        this.floats = bytes.asFloatBuffer();
    }

    /** Whether so many floats are better copied. */
    static boolean isFor(long count) {
        return IS_FASTER && count <= MOST;
    }

    private static boolean isThere() {
        try {
            // As long as a program has segments of one kind only, compiled code relies on that; so this is one of
            // another kind.
            VectorSegment.of(ByteBuffer.allocate(1));
            return true;
        } catch (ExceptionInInitializerError e) {
            LOG.log(System.Logger.Level.INFO, "weights stay in arrays, where small batches take longer", e.getCause());
            return false;
        }
    }

    /** A copy of an array's panels; none where the virtual machine has no more memory for that. */
    static @Nullable VectorMemory copyOf(float[] array, VectorPanels panels) {
        ByteBuffer bytes = lines(Math.toIntExact((panels.wholeElements() + VectorTile.LINE - 1) / VectorTile.LINE));
        if (bytes == null) {
            return null;
        }
        VectorMemory copy = new VectorMemory(bytes);
        panels.copy(array, copy.floats);
        return copy;
    }

    /** So many lines of zeros; one caller at a time, so that one is refused and not many. */
    private static synchronized @Nullable ByteBuffer lines(int count) {
        if (isRefused) {
            return null;
        }
        int line = VectorTile.LINE * Float.BYTES;
        try {
            return ByteBuffer.allocateDirect((count + 1) * line)
                    .alignedSlice(line)
                    .order(ByteOrder.nativeOrder());
        } catch (OutOfMemoryError e) {
            isRefused = true;
            LOG.log(
                    System.Logger.Level.INFO,
                    "no more memory outside of the heap (see -XX:MaxDirectMemorySize): weights stay in arrays, where small batches take longer",
                    e);
            return null;
        }
    }

    /** Copies the panels back to an array. */
    void copyTo(float[] array, VectorPanels panels) {
        panels.copy(floats, array);
    }
}

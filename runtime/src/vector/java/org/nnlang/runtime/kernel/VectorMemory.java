package org.nnlang.runtime.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Floats outside of the heap, from the beginning of a line of the cache.
 *
 * <p>An array begins anywhere in a line, and moves. Its vectors of 512 bits then reach into two lines each, which the processor reads
 * one after the other: a product of one row takes one and a half times as long, and one of many rows a tenth longer. The garbage
 * collector frees this memory as it does an array's.
 */
final class VectorMemory {
    /** The most floats, 2 MB: larger arrays mostly begin where vectors like it, and would be in memory twice while they are copied. */
    private static final int MOST = 1 << 19;

    /**
     * Whether vectors are loaded from it faster than from arrays: those that are as long as a line of the cache, and not with earlier
     * virtual machines, which check bounds in each turn of a loop.
     */
    private static final boolean IS_FASTER =
            VectorLanes.COUNT == VectorTile.LINE && Runtime.version().feature() >= 25;

    /** Whether some was refused: a program waits for half a second before it is, which is enough once. */
    private static final AtomicBoolean REFUSED = new AtomicBoolean();

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

    /** A copy of an array's panels; none where the virtual machine has no more memory for that. */
    static @Nullable VectorMemory copyOf(float[] array, VectorPanels panels) {
        if (REFUSED.get()) {
            return null;
        }
        int lines = Math.toIntExact((panels.wholeElements() + VectorTile.LINE - 1) / VectorTile.LINE);
        try {
            VectorMemory copy = new VectorMemory(lines(lines));
            panels.copy(array, copy.floats);
            return copy;
        } catch (OutOfMemoryError e) {
            if (REFUSED.compareAndSet(false, true)) {
                System.getLogger("org.nnlang.runtime")
                        .log(
                                System.Logger.Level.INFO,
                                "-XX:MaxDirectMemorySize is reached: weights stay in the heap, where layers are up to a tenth slower",
                                e);
            }
            return null;
        }
    }

    private static ByteBuffer lines(int count) {
        int bytes = VectorTile.LINE * Float.BYTES;
        return ByteBuffer.allocateDirect((count + 1) * bytes)
                .alignedSlice(bytes)
                .order(ByteOrder.nativeOrder());
    }

    /** Copies the panels back to an array. */
    void copyTo(float[] array, VectorPanels panels) {
        panels.copy(floats, array);
    }
}

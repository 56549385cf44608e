package org.nnlang.runtime.kernel;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a weight are: in an array, or {@linkplain VectorMemory outside of the heap} once a product has read them there.
 *
 * <p>Optimizers change arrays, so whoever takes the array has it for good. What is written after it was moved stays in its array too:
 * memory outside of the heap comes back late, and would pile up. A weight that is only predicted with moves once.
 */
final class VectorPlace {
    private static final float[][] NONE = {{}};

    private final int elements;
    private final VectorPanels panels;

    /** The one array that there is; an empty one while the values are in memory outside of the heap. */
    private volatile float[][] arrays;

    private volatile @Nullable VectorMemory memory;
    private volatile boolean mayMove;

    /**
     * An array of zeros.
     *
     * @param elements of the array
     * @param panels of these
     * @param mayMove whether all products that read the values can do so outside of the heap
     */
    VectorPlace(int elements, VectorPanels panels, boolean mayMove) {
        this.elements = elements;
        this.panels = panels;
        this.arrays = new float[][] {new float[elements]};
        this.mayMove = mayMove && VectorMemory.isFor(panels.wholeElements());
    }

    /** The memory from which a product reads; none if that is the {@linkplain #array array} from now on. */
    @Nullable
    VectorMemory memory() {
        VectorMemory known = memory;
        return known == null && mayMove ? move() : known;
    }

    private synchronized @Nullable VectorMemory move() {
        VectorMemory copy = memory;
        if (copy == null && mayMove) {
            copy = VectorMemory.copyOf(arrays[0], panels);
            mayMove = copy != null;
            if (copy != null) {
                memory = copy;
                arrays = NONE;
            }
        }
        return copy;
    }

    /** The array, where the values stay from now on. */
    float[] array() {
        return arrays()[0];
    }

    /** An array of the {@link #array()} alone, the same one at every call. */
    float[][] arrays() {
        if (mayMove) {
            stay();
        }
        return arrays;
    }

    private synchronized void stay() {
        if (memory != null) {
            arrays = new float[][] {seen()};
            memory = null;
        }
        mayMove = false;
    }

    /** Changes the values. */
    synchronized void change(Consumer<float[]> change) {
        if (memory != null) {
            stay();
        }
        change.accept(arrays[0]);
    }

    /** An array of the values, which may be a copy: for reading. */
    synchronized float[] seen() {
        VectorMemory known = memory;
        if (known == null) {
            return arrays[0];
        }
        float[] copy = new float[elements];
        known.copyTo(copy, panels);
        return copy;
    }
}

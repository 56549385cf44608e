package org.nnlang.runtime.kernel;

/**
 * The gradient of sorting in descending order, without memory of its own.
 *
 * <p>Where each element goes is worked out in the result: it first holds, as the bits of floats, the indices of the
 * elements, which heapsort orders; then the place of each element; and in the end the gradient.
 */
final class SortGradient {
    /** Marks a place that already holds its final number; the sign bit, so that the bits never become a NaN's. */
    private static final int DONE = 1 << 31;

    private SortGradient() {}

    static void calculate(float[] x, int xFrom, float[] g, int gFrom, float[] dx, int dxFrom, int n) {
        for (int i = 0; i < n; i++) {
            put(dx, dxFrom + i, i);
        }
        sort(x, xFrom, dx, dxFrom, n);
        invert(dx, dxFrom, n);
        for (int i = 0; i < n; i++) {
            dx[dxFrom + i] = g[gFrom + get(dx, dxFrom + i)];
        }
    }

    /** Heapsort, Williams 1964: the last of the row on top of the heap, so that it is the first to be put to the end. */
    private static void sort(float[] x, int xFrom, float[] indices, int from, int n) {
        for (int root = n / 2 - 1; root >= 0; root--) {
            sink(x, xFrom, indices, from, root, n);
        }
        for (int end = n - 1; end > 0; end--) {
            float last = indices[from];
            indices[from] = indices[from + end];
            indices[from + end] = last;
            sink(x, xFrom, indices, from, 0, end);
        }
    }

    private static void sink(float[] x, int xFrom, float[] indices, int from, int root, int size) {
        int sinking = get(indices, from + root);
        int parent = root;
        for (int child = 2 * parent + 1; child < size; child = 2 * parent + 1) {
            if (child + 1 < size && comesBefore(x, xFrom, get(indices, from + child), get(indices, from + child + 1))) {
                child++;
            }
            int below = get(indices, from + child);
            if (!comesBefore(x, xFrom, sinking, below)) {
                break;
            }
            put(indices, from + parent, below);
            parent = child;
        }
        put(indices, from + parent, sinking);
    }

    /** Whether element a stands before element b in the sorted row. */
    private static boolean comesBefore(float[] x, int xFrom, int a, int b) {
        int order = Float.compare(x[xFrom + a], x[xFrom + b]);
        return order > 0 || (order == 0 && a < b);
    }

    /** Turns the index at each place into the place of each index, cycle by cycle. */
    private static void invert(float[] indices, int from, int n) {
        for (int start = 0; start < n; start++) {
            if (get(indices, from + start) >= 0) {
                invertCycle(indices, from, start);
            }
            put(indices, from + start, get(indices, from + start) & ~DONE);
        }
    }

    private static void invertCycle(float[] indices, int from, int start) {
        int place = start;
        int index = get(indices, from + start);
        while (index != start) {
            int next = get(indices, from + index);
            put(indices, from + index, place | DONE);
            place = index;
            index = next;
        }
        put(indices, from + start, place | DONE);
    }

    private static void put(float[] indices, int at, int index) {
        indices[at] = Float.intBitsToFloat(index);
    }

    private static int get(float[] indices, int at) {
        return Float.floatToRawIntBits(indices[at]);
    }
}

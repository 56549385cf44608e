package org.nnlang.runtime.kernel;

import java.util.Arrays;

/**
 * Reductions of a row: the elements from {@code from} up to, not including, {@code to}.
 *
 * <p>All go from left to right and allocate nothing, so that a result depends on nothing but the row.
 */
public final class Rows {
    private Rows() {}

    /** The sum, from 0. */
    public static float sum(float[] values, int from, int to) {
        float sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** The product, from 1. */
    public static float product(float[] values, int from, int to) {
        float product = 1;
        for (int i = from; i < to; i++) {
            product *= values[i];
        }
        return product;
    }

    /** The largest element; minus infinity of an empty row, NaN where an element is. */
    public static float max(float[] values, int from, int to) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            max = Math.max(max, values[i]);
        }
        return max;
    }

    /** The smallest element; infinity of an empty row, NaN where an element is. */
    public static float min(float[] values, int from, int to) {
        float min = Float.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            min = Math.min(min, values[i]);
        }
        return min;
    }

    /** The mean: the sum divided by the count; NaN of an empty row. */
    public static float mean(float[] values, int from, int to) {
        return sum(values, from, to) / (to - from);
    }

    /** The scalar product of two rows of {@code n} elements: one chain of fused multiply-adds from 0. */
    public static float dot(float[] a, int aFrom, float[] b, int bFrom, int n) {
        float sum = 0;
        for (int i = 0; i < n; i++) {
            sum = Math.fma(a[aFrom + i], b[bFrom + i], sum);
        }
        return sum;
    }

    /** Writes the {@code n} elements in descending order; in and out may be the same row. */
    public static void sortDescending(float[] in, int inFrom, float[] out, int outFrom, int n) {
        System.arraycopy(in, inFrom, out, outFrom, n);
        Arrays.sort(out, outFrom, outFrom + n);
        for (int low = outFrom, high = outFrom + n - 1; low < high; low++, high--) {
            float swapped = out[low];
            out[low] = out[high];
            out[high] = swapped;
        }
    }

    /** Writes the sums of the first 1, 2, ... {@code n} elements; in and out may be the same row. */
    public static void cumulativeSum(float[] in, int inFrom, float[] out, int outFrom, int n) {
        float sum = 0;
        for (int i = 0; i < n; i++) {
            sum += in[inFrom + i];
            out[outFrom + i] = sum;
        }
    }
}

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

    /** Adds to each sum its column: rows of {@code width}, from index 0, in order. */
    public static void columnSums(float[] values, int rows, int width, float[] sums) {
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < width; j++) {
                sums[j] += values[row * width + j];
            }
        }
    }

    /** Writes the sum of each group of rows, in order. */
    public static void sumRows(float[] in, int group, int groups, int width, float[] out) {
        Arrays.fill(out, 0, groups * width, 0);
        for (int row = 0; row < groups * group; row++) {
            for (int j = 0; j < width; j++) {
                out[row / group * width + j] += in[row * width + j];
            }
        }
    }

    /** Writes each row several times. */
    public static void repeatRows(float[] in, int rows, int times, int width, float[] out) {
        for (int row = 0; row < rows * times; row++) {
            System.arraycopy(in, row / times * width, out, row * width, width);
        }
    }

    /** The gradient of {@link #sortDescending} by its row. */
    public static void sortDescendingGradient(
            float[] x, int xFrom, float[] gradient, int gradientFrom, float[] out, int outFrom, int n) {
        for (int i = 0; i < n; i++) {
            int place = 0;
            for (int j = 0; j < n; j++) {
                int order = Float.compare(x[xFrom + j], x[xFrom + i]);
                place += order > 0 || (order == 0 && j < i) ? 1 : 0;
            }
            out[outFrom + i] = gradient[gradientFrom + place];
        }
    }

    /** The gradient of {@link #product} by its row. */
    public static void productGradient(float[] x, int xFrom, float gradient, float[] out, int outFrom, int n) {
        float before = gradient;
        for (int i = 0; i < n; i++) {
            out[outFrom + i] = before;
            before *= x[xFrom + i];
        }
        float after = 1;
        for (int i = n - 1; i >= 0; i--) {
            out[outFrom + i] *= after;
            after *= x[xFrom + i];
        }
    }

    /** Zeroes each element with probability {@code rate}, and divides the others by {@code 1 - rate}. */
    public static void dropout(float[] in, float[] out, int from, int length, double rate, long seed) {
        float scale = (float) (1 / (1 - rate));
        for (int i = from; i < from + length; i++) {
            double drawn = (mixSeed(seed, i) >>> 11) * 0x1p-53;
            out[i] = drawn < rate ? 0 : in[i] * scale;
        }
    }

    /** Makes one seed of a seed and a number. */
    public static long mixSeed(long seed, long part) {
        long mixed = seed + (part + 1) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}

package org.nnlang.runtime.kernel;

import java.util.Arrays;

/**
 * Functions of whole rows: reductions, sums over many of them, and what the gradients of these need.
 *
 * <p>A row is the elements from {@code from} up to, not including, {@code to}. All go in the order of the elements and of
 * the rows, and allocate nothing, so that a result depends on nothing but the rows.
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

    /** Puts e to its power in the place of each element, with the bits of {@link Scalar#exp}; for many elements several times as fast. */
    public static void exp(float[] values, int from, int to) {
        // A loop of its own, which the compiler of the virtual machine makes vectors of.
        for (int i = from; i < to; i++) {
            values[i] = PlainExponential.exp(values[i]);
        }
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

    /**
     * The gradient of {@link #sortDescending}: {@code dx[i] = g[place of x[i] in the sorted row]}.
     *
     * <p>Equal elements take their places in the order of their indices. The time is proportional to n log n.
     *
     * @param x the row before it was sorted, {@code n} elements
     * @param g the gradient by the sorted row
     * @param dx written; neither x nor g
     */
    public static void sortDescendingGradient(
            float[] x, int xFrom, float[] g, int gFrom, float[] dx, int dxFrom, int n) {
        SortGradient.calculate(x, xFrom, g, gFrom, dx, dxFrom, n);
    }

    /**
     * The gradient of {@link #product}: {@code dx[i]} is {@code g} times the product of all elements but the one at i.
     *
     * <p>That product is the one of the elements before i, from 1, times the one of those after it, from the last to the
     * first: no division, so that it is right where elements are 0.
     *
     * @param x {@code n} elements
     * @param g the gradient by the product
     * @param dx written; another row than x
     */
    public static void productGradient(float[] x, int xFrom, float g, float[] dx, int dxFrom, int n) {
        float before = 1;
        for (int i = 0; i < n; i++) {
            dx[dxFrom + i] = before;
            before *= x[xFrom + i];
        }
        float after = 1;
        for (int i = n - 1; i >= 0; i--) {
            dx[dxFrom + i] = g * (dx[dxFrom + i] * after);
            after *= x[xFrom + i];
        }
    }

    /** Adds to {@code sums[j]} the elements j of all rows of {@code width} elements, in the order of the rows. */
    static void addColumnSums(float[] values, int rows, int width, float[] sums) {
        ColumnSums.add(values, 0, rows, width, sums, 0);
    }

    /**
     * Writes for each group of rows one row, their sum: from 0, in the order of the rows.
     *
     * @param in groups of rows of {@code width} elements
     * @param group the rows of one group
     * @param first the first group
     * @param groups how many groups
     * @param out a row for each group, at the group's index; another array than in
     */
    public static void sumRows(float[] in, int group, int first, int groups, int width, float[] out) {
        Arrays.fill(out, first * width, (first + groups) * width, 0);
        for (int i = first; i < first + groups; i++) {
            ColumnSums.add(in, i * group * width, group, width, out, i * width);
        }
    }

    /**
     * Writes each row {@code times} times, one after another: the gradient of {@link #sumRows}.
     *
     * @param in rows of {@code width} elements
     * @param first the first row
     * @param rows how many rows
     * @param out the row at index i from index {@code i * times} on; another array than in
     */
    public static void repeatRows(float[] in, int first, int rows, int times, int width, float[] out) {
        if (width == 1) {
            for (int row = first; row < first + rows; row++) {
                Arrays.fill(out, row * times, (row + 1) * times, in[row]);
            }
            return;
        }
        for (int row = first; row < first + rows; row++) {
            for (int time = 0; time < times; time++) {
                System.arraycopy(in, row * width, out, (row * times + time) * width, width);
            }
        }
    }

    /**
     * Writes 0 for elements drawn at random and the others divided by {@code 1 - rate}: inverted dropout, after Srivastava
     * et al., Dropout: A Simple Way to Prevent Neural Networks from Overfitting, 2014; as Keras and PyTorch have it.
     *
     * <p>The element at index i of {@code in} becomes 0, whatever it is, where the upper 32 bits of {@link #mixSeed
     * mixSeed(seed, i)}, as a fraction of 2^32, are below the rate, which is kept to 32 bits. So what is drawn depends on
     * the seed and the index only: one draw serves the forward and the backward pass, however the work is split. The
     * division is the multiplication by {@code 1 / (1 - rate)}, rounded to float.
     *
     * @param out written at the same indices; may be in
     * @param from the first index
     * @param length how many elements
     * @param rate the probability of 0, from 0 (which copies) to 1 (which writes nothing but 0)
     * @throws IllegalArgumentException if the rate is not from 0 to 1
     */
    public static void dropout(float[] in, float[] out, int from, int length, double rate, long seed) {
        Dropout.apply(in, out, from, length, rate, seed);
    }

    /**
     * Makes one seed of another, unlike it and unlike those of all other parts.
     *
     * <p>It is the number that {@code new SplittableRandom(seed)} gives after {@code part} others: the finalizer of
     * SplitMix64 (Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, 2014; Stafford's variant 13)
     * over {@code seed + (part + 1) * 0x9E3779B97F4A7C15}.
     */
    public static long mixSeed(long seed, long part) {
        return Dropout.mix(seed + (part + 1) * Dropout.GOLDEN_GAMMA);
    }
}

package org.nnlang.runtime.kernel;

import java.util.Arrays;

/**
 * Functions of many numbers: those of {@link Scalar}, with its bits, as fast as a machine can.
 *
 * <p>Functions of one number take an array, the index of its first number, and the index after its last one, and work in place.
 * Choices take the first numbers of several arrays, so many as {@code count}, and write to the last array from {@code at} on, which
 * may be any of the others where that is 0.
 *
 * <p>They belong to one workspace, and so to one thread.
 */
public interface ElementFunctions {
    /** e to the power of x. */
    void exp(float[] values, int from, int to);

    /** exp(x) - 1. */
    void expm1(float[] values, int from, int to);

    /** The natural logarithm. */
    void log(float[] values, int from, int to);

    /** log(1 + x). */
    void log1p(float[] values, int from, int to);

    /** 1 / (1 + exp(-x)). */
    void sigmoid(float[] values, int from, int to);

    /** The hyperbolic tangent. */
    void tanh(float[] values, int from, int to);

    /** log(1 + exp(x)). */
    void softplus(float[] values, int from, int to);

    /** The error function. */
    void erf(float[] values, int from, int to);

    /** 1 - erf(x). */
    void erfc(float[] values, int from, int to);

    /** The Gaussian error linear unit x F(x), where F is the standard normal distribution function. */
    void gelu(float[] values, int from, int to);

    /** {@code left > right ? whenTrue : otherwise}. */
    void chooseGreater(
            float[] left, float[] right, float[] whenTrue, float[] otherwise, float[] result, int at, int count);

    /** {@code left >= right ? whenTrue : otherwise}. */
    void chooseGreaterOrEqual(
            float[] left, float[] right, float[] whenTrue, float[] otherwise, float[] result, int at, int count);

    /** {@code left == right ? whenTrue : otherwise}. */
    void chooseEqual(
            float[] left, float[] right, float[] whenTrue, float[] otherwise, float[] result, int at, int count);

    /** {@code left > right ? whenTrue : otherwise}, where all are compared with one number. */
    void chooseGreater(
            float[] left, float right, float[] whenTrue, float[] otherwise, float[] result, int at, int count);

    /** {@code left < right ? whenTrue : otherwise}, where all are compared with one number. */
    void chooseLess(float[] left, float right, float[] whenTrue, float[] otherwise, float[] result, int at, int count);

    /** {@code left > right ? whenTrue : otherwise} of a range of all arrays, such as what a rectifier passes of a gradient. */
    void chooseGreater(float[] left, float right, float[] whenTrue, float otherwise, float[] result, int from, int to);

    /** Writes to {@code sums[j]} the sum of the elements j of all rows of {@code width} elements: from 0, in the order of the rows. */
    default void columnSums(float[] values, int rows, int width, float[] sums) {
        Arrays.fill(sums, 0, width, 0f);
        addColumnSums(values, rows, width, sums);
    }

    /** Adds to {@code sums[j]} the elements j of all rows of {@code width} elements, in the order of the rows. */
    default void addColumnSums(float[] values, int rows, int width, float[] sums) {
        Rows.addColumnSums(values, rows, width, sums);
    }
}

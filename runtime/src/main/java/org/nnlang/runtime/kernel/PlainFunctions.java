package org.nnlang.runtime.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Functions of elements in loops that the compiler of the virtual machine makes vectors of by itself.
 *
 * <p>It gives up on long loops: those are several, with the numbers in between in scratch memory, which grows to what the
 * calls need.
 */
final class PlainFunctions implements ElementFunctions {
    /** The most elements of a loop: each begins and ends with some that make no whole vector, but scratch memory is as long. */
    private static final int BLOCK = 1536;

    /** Arrays whose lengths are such numbers and multiples of 512 more hinder each other least, as {@link Workspace#newBlock}. */
    private static final int ODD_LENGTH = 252;

    private final ElementFunctions scalar = new ScalarFunctions();
    private @Nullable PlainSoftplus softplus;
    private float[] x = {};
    private float[] first = {};
    private float[] second = {};
    private float[] third = {};

    @Override
    public void exp(float[] values, int from, int to) {
        Rows.exp(values, from, to);
    }

    @Override
    public void expm1(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = PlainExponential.expm1(values[i]);
        }
    }

    @Override
    public void log(float[] values, int from, int to) {
        scalar.log(values, from, to);
    }

    @Override
    public void log1p(float[] values, int from, int to) {
        scalar.log1p(values, from, to);
    }

    @Override
    public void sigmoid(float[] values, int from, int to) {
        int step = room(to - from);
        for (int start = from; start < to; start += step) {
            int count = Math.min(step, to - start);
            System.arraycopy(values, start, x, 0, count);
            PlainExponential.exponentialOfMinus(x, first, count);
            PlainExponential.sigmoid(x, first, count);
            System.arraycopy(x, 0, values, start, count);
        }
    }

    @Override
    public void tanh(float[] values, int from, int to) {
        int step = moreRoom(to - from);
        for (int start = from; start < to; start += step) {
            int count = Math.min(step, to - start);
            System.arraycopy(values, start, x, 0, count);
            PlainExponential.exponentialOfTwice(x, first, second, third, count);
            PlainExponential.halfExpm1(first, second, third, count);
            PlainExponential.tanh(x, second, third, count);
            System.arraycopy(x, 0, values, start, count);
        }
    }

    @Override
    public void softplus(float[] values, int from, int to) {
        PlainSoftplus known = softplus;
        if (known == null) {
            known = new PlainSoftplus();
            softplus = known;
        }
        known.softplus(values, from, to);
    }

    @Override
    public void erf(float[] values, int from, int to) {
        int step = room(to - from);
        for (int start = from; start < to; start += step) {
            int count = Math.min(step, to - start);
            System.arraycopy(values, start, x, 0, count);
            PlainErrorFunction.erfPower(x, first, count);
            PlainErrorFunction.erfFar(first, count);
            PlainErrorFunction.erf(x, first, count);
            System.arraycopy(x, 0, values, start, count);
        }
    }

    @Override
    public void erfc(float[] values, int from, int to) {
        int step = moreRoom(to - from);
        for (int start = from; start < to; start += step) {
            int count = Math.min(step, to - start);
            System.arraycopy(values, start, x, 0, count);
            PlainErrorFunction.erfcExponential(x, first, second, count);
            PlainExponential.powersOfTwo(second, count);
            PlainErrorFunction.erfcSlope(x, third, count);
            PlainErrorFunction.erfcTail(x, first, second, third, count);
            PlainErrorFunction.erfc(x, first, count);
            System.arraycopy(x, 0, values, start, count);
        }
    }

    @Override
    public void gelu(float[] values, int from, int to) {
        int step = moreRoom(to - from);
        for (int start = from; start < to; start += step) {
            int count = Math.min(step, to - start);
            System.arraycopy(values, start, x, 0, count);
            PlainGelu.exponential(x, first, second, third, count);
            PlainExponential.powersOfTwo(third, count);
            PlainGelu.gelu(x, first, second, third, count);
            System.arraycopy(x, 0, values, start, count);
        }
    }

    @Override
    public void chooseGreater(
            float[] left, float[] right, float[] whenTrue, float[] otherwise, float[] result, int at, int count) {
        scalar.chooseGreater(left, right, whenTrue, otherwise, result, at, count);
    }

    @Override
    public void chooseGreaterOrEqual(
            float[] left, float[] right, float[] whenTrue, float[] otherwise, float[] result, int at, int count) {
        scalar.chooseGreaterOrEqual(left, right, whenTrue, otherwise, result, at, count);
    }

    @Override
    public void chooseEqual(
            float[] left, float[] right, float[] whenTrue, float[] otherwise, float[] result, int at, int count) {
        scalar.chooseEqual(left, right, whenTrue, otherwise, result, at, count);
    }

    @Override
    public void chooseGreater(
            float[] left, float right, float[] whenTrue, float[] otherwise, float[] result, int at, int count) {
        scalar.chooseGreater(left, right, whenTrue, otherwise, result, at, count);
    }

    @Override
    public void chooseLess(
            float[] left, float right, float[] whenTrue, float[] otherwise, float[] result, int at, int count) {
        scalar.chooseLess(left, right, whenTrue, otherwise, result, at, count);
    }

    @Override
    public void chooseGreater(
            float[] left, float right, float[] whenTrue, float otherwise, float[] result, int from, int to) {
        scalar.chooseGreater(left, right, whenTrue, otherwise, result, from, to);
    }

    /** Makes scratch memory for so many elements, or for a block of them, and gives how many to take at a time. */
    private int room(int elements) {
        int step = Math.min(BLOCK, elements);
        if (step > x.length) {
            x = memory(step);
            first = memory(step);
        }
        return step;
    }

    /** Like {@link #room}, for functions that have more numbers in between. */
    private int moreRoom(int elements) {
        int step = room(elements);
        if (step > second.length) {
            second = memory(step);
            third = memory(step);
        }
        return step;
    }

    private static float[] memory(int elements) {
        int more = Math.max(0, elements - ODD_LENGTH);
        return new float[more == 0 ? elements : (more + 511) / 512 * 512 + ODD_LENGTH];
    }
}

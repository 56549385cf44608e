package org.nnlang.runtime.kernel;

/**
 * Functions of elements in loops that the compiler of the virtual machine makes vectors of by itself.
 *
 * <p>It gives up on long loops: those are several, with the numbers in between in scratch memory, which grows to what the
 * calls need.
 */
final class PlainFunctions implements ElementFunctions {
    private final ElementFunctions scalar = new ScalarFunctions();
    private float[] x = {};
    private float[] first = {};
    private float[] second = {};
    private float[] third = {};

    @Override
    public void exp(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = PlainExponential.exp(values[i]);
        }
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
            PlainExponential.exponentialOfMinusMagnitude(x, first, second, count);
            PlainExponential.sigmoid(x, first, second, count);
            System.arraycopy(x, 0, values, start, count);
        }
    }

    @Override
    public void tanh(float[] values, int from, int to) {
        int step = room(to - from);
        for (int start = from; start < to; start += step) {
            int count = Math.min(step, to - start);
            System.arraycopy(values, start, x, 0, count);
            PlainExponential.halfExpm1(x, first, second, count);
            PlainExponential.tanh(x, first, second, count);
            System.arraycopy(x, 0, values, start, count);
        }
    }

    @Override
    public void softplus(float[] values, int from, int to) {
        scalar.softplus(values, from, to);
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
        int step = room(to - from);
        for (int start = from; start < to; start += step) {
            int count = Math.min(step, to - start);
            System.arraycopy(values, start, x, 0, count);
            PlainErrorFunction.erfcExponential(x, first, second, count);
            PlainErrorFunction.erfcScale(second, count);
            PlainErrorFunction.erfcSlope(x, third, count);
            PlainErrorFunction.erfcTail(x, first, second, third, count);
            PlainErrorFunction.erfc(x, first, count);
            System.arraycopy(x, 0, values, start, count);
        }
    }

    /** Makes scratch memory for so many elements, or for a block of them, and gives how many to take at a time. */
    private int room(int elements) {
        int step = Math.min(Workspace.BLOCK, elements);
        if (step > x.length) {
            x = new float[step];
            first = new float[step];
            second = new float[step];
            third = new float[step];
        }
        return step;
    }
}

package org.nnlang.runtime.kernel;

/** One number after the other. */
final class ScalarFunctions implements ElementFunctions {
    @Override
    public void exp(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = Scalar.exp(values[i]);
        }
    }

    @Override
    public void expm1(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = Scalar.expm1(values[i]);
        }
    }

    @Override
    public void log(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = Scalar.log(values[i]);
        }
    }

    @Override
    public void log1p(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = Scalar.log1p(values[i]);
        }
    }

    @Override
    public void sigmoid(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = Scalar.sigmoid(values[i]);
        }
    }

    @Override
    public void tanh(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = Scalar.tanh(values[i]);
        }
    }

    @Override
    public void softplus(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = Scalar.softplus(values[i]);
        }
    }

    @Override
    public void erf(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = Scalar.erf(values[i]);
        }
    }

    @Override
    public void erfc(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = Scalar.erfc(values[i]);
        }
    }

    @Override
    public void gelu(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = Scalar.gelu(values[i]);
        }
    }

    @Override
    public void chooseGreater(
            float[] left, float[] right, float[] whenTrue, float[] otherwise, float[] result, int at, int count) {
        for (int i = 0; i < count; i++) {
            result[at + i] = Scalar.choose(left[i] > right[i], whenTrue[i], otherwise[i]);
        }
    }

    @Override
    public void chooseGreaterOrEqual(
            float[] left, float[] right, float[] whenTrue, float[] otherwise, float[] result, int at, int count) {
        for (int i = 0; i < count; i++) {
            result[at + i] = Scalar.choose(left[i] >= right[i], whenTrue[i], otherwise[i]);
        }
    }

    @Override
    public void chooseEqual(
            float[] left, float[] right, float[] whenTrue, float[] otherwise, float[] result, int at, int count) {
        for (int i = 0; i < count; i++) {
            result[at + i] = Scalar.choose(left[i] == right[i], whenTrue[i], otherwise[i]);
        }
    }

    @Override
    public void chooseGreater(
            float[] left, float right, float[] whenTrue, float[] otherwise, float[] result, int at, int count) {
        for (int i = 0; i < count; i++) {
            result[at + i] = Scalar.choose(left[i] > right, whenTrue[i], otherwise[i]);
        }
    }

    @Override
    public void chooseLess(
            float[] left, float right, float[] whenTrue, float[] otherwise, float[] result, int at, int count) {
        for (int i = 0; i < count; i++) {
            result[at + i] = Scalar.choose(left[i] < right, whenTrue[i], otherwise[i]);
        }
    }

    @Override
    public void chooseGreater(
            float[] left, float right, float[] whenTrue, float otherwise, float[] result, int from, int to) {
        for (int i = from; i < to; i++) {
            result[i] = Scalar.choose(left[i] > right, whenTrue[i], otherwise);
        }
    }
}

package org.nnlang.runtime.kernel;

/** Functions of elements by the Vector API. */
final class VectorFunctions implements ElementFunctions {
    @Override
    public void exp(float[] values, int from, int to) {
        VectorExponential.exp(values, from, to);
    }

    @Override
    public void expm1(float[] values, int from, int to) {
        VectorExponential.expm1(values, from, to);
    }

    @Override
    public void log(float[] values, int from, int to) {
        VectorLogarithm.log(values, from, to);
    }

    @Override
    public void log1p(float[] values, int from, int to) {
        VectorLogarithm.log1p(values, from, to);
    }

    @Override
    public void sigmoid(float[] values, int from, int to) {
        VectorExponential.sigmoid(values, from, to);
    }

    @Override
    public void tanh(float[] values, int from, int to) {
        VectorExponential.tanh(values, from, to);
    }

    @Override
    public void softplus(float[] values, int from, int to) {
        VectorSoftplus.softplus(values, from, to);
    }

    @Override
    public void erf(float[] values, int from, int to) {
        VectorErrorFunction.erf(values, from, to);
    }

    @Override
    public void erfc(float[] values, int from, int to) {
        VectorErrorFunction.erfc(values, from, to);
    }

    @Override
    public void gelu(float[] values, int from, int to) {
        VectorGelu.gelu(values, from, to);
    }

    @Override
    public void chooseGreater(
            float[] left, float[] right, float[] whenTrue, float[] otherwise, float[] result, int at, int count) {
        VectorChoice.greater(left, right, whenTrue, otherwise, result, at, count);
    }

    @Override
    public void chooseGreaterOrEqual(
            float[] left, float[] right, float[] whenTrue, float[] otherwise, float[] result, int at, int count) {
        VectorChoice.greaterOrEqual(left, right, whenTrue, otherwise, result, at, count);
    }

    @Override
    public void chooseEqual(
            float[] left, float[] right, float[] whenTrue, float[] otherwise, float[] result, int at, int count) {
        VectorChoice.equal(left, right, whenTrue, otherwise, result, at, count);
    }

    @Override
    public void chooseGreater(
            float[] left, float right, float[] whenTrue, float[] otherwise, float[] result, int at, int count) {
        VectorChoice.greater(left, right, whenTrue, otherwise, result, at, count);
    }

    @Override
    public void chooseLess(
            float[] left, float right, float[] whenTrue, float[] otherwise, float[] result, int at, int count) {
        VectorChoice.less(left, right, whenTrue, otherwise, result, at, count);
    }

    @Override
    public void chooseGreater(
            float[] left, float right, float[] whenTrue, float otherwise, float[] result, int from, int to) {
        VectorChoice.greater(left, right, whenTrue, otherwise, result, from, to);
    }

    @Override
    public void addColumnSums(float[] values, int rows, int width, float[] sums) {
        VectorColumnSums.add(values, rows, width, sums);
    }
}

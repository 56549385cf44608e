package org.nnlang.runtime.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Functions of elements by the Vector API.
 *
 * <p>Their loops take whole vectors, and then one by one what is left over. Of a row of few numbers much is: so that is
 * made a vector of its own. Which is written out for each function, since a call by way of an interface takes as long as some
 * numbers do.
 */
final class VectorFunctions implements ElementFunctions {
    private static final VectorSpecies<Float> LANES = VectorLanes.SPECIES;

    private static final int COUNT = VectorLanes.COUNT;

    /** The fewest numbers that take longer one by one than a vector does, with the copies that it needs. */
    static final int FEWEST = 4;

    /** The vector of what is left over. */
    private final float[] rest = new float[COUNT];

    /** Where a loop is to end: before what is left over, which is copied, or at the end where that is too little. */
    private int copyRest(float[] values, int from, int to) {
        int end = from + LANES.loopBound(to - from);
        if (to - end < FEWEST) {
            return to;
        }
        if (end == from) {
            System.arraycopy(values, from, rest, 0, to - from);
        } else {
            // With some of those before, which come out the same twice.
            FloatVector.fromArray(LANES, values, to - COUNT).intoArray(rest, 0);
        }
        return end;
    }

    private void writeRest(float[] values, int from, int to) {
        if (to - from > COUNT) {
            FloatVector.fromArray(LANES, rest, 0).intoArray(values, to - COUNT);
        } else {
            System.arraycopy(rest, 0, values, from, to - from);
            // Or what nobody wants would go through functions again and again, to numbers so small that processors are
            // slow at them.
            FloatVector.zero(LANES).intoArray(rest, 0);
        }
    }

    @Override
    public void exp(float[] values, int from, int to) {
        int end = copyRest(values, from, to);
        VectorExponential.exp(values, from, end);
        if (end < to) {
            VectorExponential.exp(rest, 0, COUNT);
            writeRest(values, from, to);
        }
    }

    @Override
    public void expm1(float[] values, int from, int to) {
        int end = copyRest(values, from, to);
        VectorExponential.expm1(values, from, end);
        if (end < to) {
            VectorExponential.expm1(rest, 0, COUNT);
            writeRest(values, from, to);
        }
    }

    @Override
    public void log(float[] values, int from, int to) {
        int end = copyRest(values, from, to);
        VectorLogarithm.log(values, from, end);
        if (end < to) {
            VectorLogarithm.log(rest, 0, COUNT);
            writeRest(values, from, to);
        }
    }

    @Override
    public void log1p(float[] values, int from, int to) {
        int end = copyRest(values, from, to);
        VectorLogarithm.log1p(values, from, end);
        if (end < to) {
            VectorLogarithm.log1p(rest, 0, COUNT);
            writeRest(values, from, to);
        }
    }

    @Override
    public void sigmoid(float[] values, int from, int to) {
        int end = copyRest(values, from, to);
        VectorExponential.sigmoid(values, from, end);
        if (end < to) {
            VectorExponential.sigmoid(rest, 0, COUNT);
            writeRest(values, from, to);
        }
    }

    @Override
    public void tanh(float[] values, int from, int to) {
        int end = copyRest(values, from, to);
        VectorExponential.tanh(values, from, end);
        if (end < to) {
            VectorExponential.tanh(rest, 0, COUNT);
            writeRest(values, from, to);
        }
    }

    @Override
    public void softplus(float[] values, int from, int to) {
        int end = copyRest(values, from, to);
        VectorSoftplus.softplus(values, from, end);
        if (end < to) {
            VectorSoftplus.softplus(rest, 0, COUNT);
            writeRest(values, from, to);
        }
    }

    @Override
    public void erf(float[] values, int from, int to) {
        int end = copyRest(values, from, to);
        VectorErrorFunction.erf(values, from, end);
        if (end < to) {
            VectorErrorFunction.erf(rest, 0, COUNT);
            writeRest(values, from, to);
        }
    }

    @Override
    public void erfc(float[] values, int from, int to) {
        int end = copyRest(values, from, to);
        VectorErrorFunction.erfc(values, from, end);
        if (end < to) {
            VectorErrorFunction.erfc(rest, 0, COUNT);
            writeRest(values, from, to);
        }
    }

    @Override
    public void gelu(float[] values, int from, int to) {
        int end = copyRest(values, from, to);
        VectorGelu.gelu(values, from, end);
        if (end < to) {
            VectorGelu.gelu(rest, 0, COUNT);
            writeRest(values, from, to);
        }
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

package org.nnlang.runtime.kernel;

/** A parameter that is kept as it is declared: biases, slopes, and whatever no packed layout is worth. */
public final class ArrayStorage implements ParameterStorage {
    private final float[] values;
    private final float[][] arrays;

    /** Makes one of zeros. */
    public ArrayStorage(int elements) {
        this.values = new float[elements];
        this.arrays = new float[][] {values};
    }

    /** The values themselves, not a copy. */
    public float[] values() {
        return values;
    }

    @Override
    public void read(float[] target) {
        Lengths.check(values.length, target);
        System.arraycopy(values, 0, target, 0, values.length);
    }

    @Override
    public void write(float[] source) {
        Lengths.check(values.length, source);
        write(0, source, values.length);
    }

    @Override
    public void write(int from, float[] source, int count) {
        Lengths.checkRun(from, source, count, values.length);
        System.arraycopy(source, 0, values, from, count);
    }

    @Override
    public ArrayStorage sameLayout() {
        return new ArrayStorage(values.length);
    }

    @Override
    public float[][] arrays() {
        return arrays;
    }

    @Override
    public double sumOfSquares() {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }
}

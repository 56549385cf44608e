package org.nnlang.runtime.kernel;

/**
 * The weight of a fully connected layer, transposed: one array an input, which holds that input's weight for every unit.
 *
 * <p>The just-in-time compiler makes vector instructions of a loop over units only where every array begins at index 0. The arrays
 * may be longer than there are units, with zeros at their ends.
 */
final class PlainWeights implements DenseWeights {
    private final int units;
    private final int inputs;
    private final float[][] byInput;

    PlainWeights(int units, int inputs) {
        this.units = units;
        this.inputs = inputs;
        this.byInput = new float[inputs][PlainWorkspace.spread(units)];
    }

    @Override
    public int units() {
        return units;
    }

    @Override
    public int inputs() {
        return inputs;
    }

    /** The weights by input, then by unit. */
    float[][] byInput() {
        return byInput;
    }

    @Override
    public void read(float[] target) {
        Lengths.check(units * inputs, target);
        for (int input = 0; input < inputs; input++) {
            for (int unit = 0; unit < units; unit++) {
                target[unit * inputs + input] = byInput[input][unit];
            }
        }
    }

    @Override
    public void write(float[] source) {
        Lengths.check(units * inputs, source);
        write(0, source, source.length);
    }

    @Override
    public void write(int from, float[] source, int count) {
        Lengths.checkRun(from, source, count, units * inputs);
        UnitRun.forEach(from, count, inputs, (unit, input, at, length) -> {
            for (int i = 0; i < length; i++) {
                byInput[input + i][unit] = source[at + i];
            }
        });
    }

    @Override
    public PlainWeights sameLayout() {
        return new PlainWeights(units, inputs);
    }

    @Override
    public float[][] arrays() {
        return byInput;
    }

    @Override
    public double sumOfSquares() {
        double sum = 0;
        for (float[] ofInput : byInput) {
            for (float value : ofInput) {
                sum += (double) value * value;
            }
        }
        return sum;
    }
}

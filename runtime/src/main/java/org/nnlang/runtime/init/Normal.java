package org.nnlang.runtime.init;

import org.nnlang.runtime.Shape;

/** The normal distribution. */
record Normal(double mean, double stddev) implements Initializer {
    Normal {
        Numbers.finite("mean", mean);
        Numbers.deviation(stddev);
    }

    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean + stddev * random.nextGaussian());
        }
    }

    @Override
    public String toString() {
        return "normal(" + Numbers.text(mean) + ", " + Numbers.text(stddev) + ")";
    }
}

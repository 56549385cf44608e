package org.nnlang.runtime.init;

import org.nnlang.runtime.Shape;

/** Equally often any value between two bounds. */
record Uniform(double low, double high) implements Initializer {
    Uniform {
        Numbers.finite("low", low);
        Numbers.finite("high", high);
        if (low > high) {
            throw new IllegalArgumentException("low must not be above high, got " + low + " and " + high);
        }
    }

    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (low + (high - low) * random.nextDouble());
        }
    }

    @Override
    public String toString() {
        return "uniform(" + Numbers.text(low) + ", " + Numbers.text(high) + ")";
    }
}

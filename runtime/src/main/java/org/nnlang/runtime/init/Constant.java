package org.nnlang.runtime.init;

import java.util.Arrays;
import org.nnlang.runtime.Shape;

/** One value everywhere. */
record Constant(double value) implements Initializer {
    Constant {
        Numbers.finite("value", value);
    }

    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
        Arrays.fill(values, (float) value);
    }

    @Override
    public String toString() {
        return "constant(" + Numbers.text(value) + ")";
    }
}

package org.nnlang.runtime.init;

import java.util.Arrays;
import org.nnlang.runtime.Shape;

/** A multiple of the unit matrix, cut or filled with zeros where rows and columns differ. */
record Identity(double gain) implements Initializer {
    Identity {
        Numbers.finite("gain", gain);
    }

    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
        if (shape.rank() != 2) {
            throw new IllegalArgumentException("identity needs a shape of rank 2, got " + shape);
        }
        Arrays.fill(values, 0);
        int columns = shape.size(1);
        for (int i = 0; i < Math.min(shape.size(0), columns); i++) {
            values[i * columns + i] = (float) gain;
        }
    }

    @Override
    public String toString() {
        return "identity(" + Numbers.text(gain) + ")";
    }
}

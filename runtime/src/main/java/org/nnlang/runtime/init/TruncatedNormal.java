package org.nnlang.runtime.init;

import org.nnlang.runtime.Shape;

/** The normal distribution between two standard deviations below the mean and two above. */
record TruncatedNormal(double mean, double stddev) implements Initializer {
    private static final double CUT = 2;

    TruncatedNormal {
        Numbers.finite("mean", mean);
        Numbers.deviation(stddev);
    }

    @Override
    public void fill(float[] values, Shape shape, RandomStream random) {
        for (int i = 0; i < values.length; i++) {
            double draw;
            do {
                draw = random.nextGaussian();
            } while (Math.abs(draw) > CUT);
            values[i] = (float) (mean + stddev * draw);
        }
    }

    @Override
    public String toString() {
        return "truncated_normal(" + Numbers.text(mean) + ", " + Numbers.text(stddev) + ")";
    }
}

package org.nnlang.samples.initialization;

/**
 * How numbers are spread.
 *
 * @param mean their mean
 * @param deviation their standard deviation
 * @param zeros how many of them are 0, from 0 to 1
 */
record Spread(double mean, double deviation, double zeros) {
    static Spread of(float[] values) {
        double sum = 0;
        int zeros = 0;
        for (float value : values) {
            sum += value;
            zeros += value == 0 ? 1 : 0;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Spread(mean, StrictMath.sqrt(squares / values.length), (double) zeros / values.length);
    }
}

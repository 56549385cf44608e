package org.nnlang.runtime.train;

import org.nnlang.runtime.train.callback.PlateauRule;

/** Lowers the learning rate a little after every second value that is no improvement. */
final class Halving implements PlateauRule {
    private double best = Double.POSITIVE_INFINITY;
    private int waited;

    @Override
    public double next(double value, double learningRate) {
        waited = value < best ? 0 : waited + 1;
        best = Math.min(best, value);
        return waited > 0 && waited % 2 == 0 ? learningRate * 0.99 : learningRate;
    }

    @Override
    public double[] memory() {
        return new double[] {best, waited};
    }

    @Override
    public void restore(double[] memory) {
        best = memory[0];
        waited = (int) memory[1];
    }
}

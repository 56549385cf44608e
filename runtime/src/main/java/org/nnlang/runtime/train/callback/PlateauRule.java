package org.nnlang.runtime.train.callback;

/** What lowers a learning rate when a value stops improving; it remembers what it saw. */
public interface PlateauRule {
    /**
     * Takes in the value of one epoch.
     *
     * @param value what is watched
     * @param learningRate the rate of this epoch
     * @return the rate of the next one
     */
    double next(double value, double learningRate);

    /** What it remembers, as numbers that {@link #restore} takes: for checkpoints. */
    double[] memory();

    /** Goes on from what {@link #memory} told. */
    void restore(double[] memory);
}

package org.nnlang.training.schedule;

/**
 * A rate that is multiplied by a factor that goes in a straight line, and stays: PyTorch's {@code LinearLR}.
 *
 * @param initial what the factor is applied to
 * @param startFactor the factor of the first update
 * @param endFactor the factor after so many steps
 * @param steps how long the way takes
 */
public record LinearFactor(double initial, double startFactor, double endFactor, long steps)
        implements LearningRateSchedule {
    /** Checks the settings. */
    public LinearFactor {
        Rates.notNegative("the initial rate", initial);
        Rates.notNegative("the start factor", startFactor);
        Rates.notNegative("the end factor", endFactor);
        Rates.steps("steps", steps);
    }

    @Override
    public double rate(long step) {
        double part = (double) Math.min(step, steps) / steps;
        return initial * (startFactor + (endFactor - startFactor) * part);
    }
}

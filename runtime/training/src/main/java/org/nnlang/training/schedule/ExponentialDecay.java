package org.nnlang.training.schedule;

import org.nnlang.training.math.Power;

/**
 * {@code initial * factor^(step / steps)}: Keras' {@code ExponentialDecay}, PyTorch's {@code StepLR} as a staircase and
 * {@code ExponentialLR} with 1 step.
 *
 * @param initial the rate of the first update
 * @param steps after how many steps the rate is multiplied by the factor
 * @param factor what the rate is multiplied by
 * @param staircase whether the rate stays the same between
 */
public record ExponentialDecay(double initial, long steps, double factor, boolean staircase)
        implements LearningRateSchedule {
    /** Checks the settings. */
    public ExponentialDecay {
        Rates.notNegative("the initial rate", initial);
        Rates.steps("steps", steps);
        Rates.notNegative("the factor", factor);
    }

    @Override
    public double rate(long step) {
        double exponent = (double) step / steps;
        return initial * Power.of(factor, staircase ? Math.floor(exponent) : exponent);
    }
}

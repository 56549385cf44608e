package org.nnlang.training.schedule;

import org.nnlang.training.math.Power;

/**
 * {@code (initial - end) (1 - step / steps)^power + end}: Keras' {@code PolynomialDecay}, PyTorch's {@code PolynomialLR} with
 * end 0.
 *
 * @param initial the rate of the first update
 * @param end the rate after so many steps, and of all later ones
 * @param steps how long the way takes
 * @param power of the curve; 1 is a straight line
 * @param cycle whether, instead of staying, the way is made as many times longer as it takes to hold the step
 */
public record PolynomialDecay(double initial, double end, long steps, double power, boolean cycle)
        implements LearningRateSchedule {
    /** Checks the settings. */
    public PolynomialDecay {
        Rates.notNegative("the initial rate", initial);
        Rates.notNegative("the end rate", end);
        Rates.steps("steps", steps);
        Rates.notNegative("the power", power);
    }

    @Override
    public double rate(long step) {
        double length = cycle ? steps * Math.max(1, Math.ceil((double) step / steps)) : steps;
        double part = Math.min((double) step, length) / length;
        return (initial - end) * Power.of(1 - part, power) + end;
    }
}

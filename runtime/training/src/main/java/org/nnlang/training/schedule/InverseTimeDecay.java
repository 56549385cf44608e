package org.nnlang.training.schedule;

/**
 * {@code initial / (1 + decay * step / steps)}: Keras' {@code InverseTimeDecay}.
 *
 * @param initial the rate of the first update
 * @param steps after how many steps the divisor has grown by the decay
 * @param decay by how much the divisor grows
 * @param staircase whether the rate stays the same between
 */
public record InverseTimeDecay(double initial, long steps, double decay, boolean staircase)
        implements LearningRateSchedule {
    /** Checks the settings. */
    public InverseTimeDecay {
        Rates.notNegative("the initial rate", initial);
        Rates.steps("steps", steps);
        Rates.notNegative("the decay", decay);
    }

    @Override
    public double rate(long step) {
        double time = (double) step / steps;
        return initial / (1 + decay * (staircase ? Math.floor(time) : time));
    }
}

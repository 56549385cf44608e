package org.nnlang.training.schedule;

/**
 * One schedule after another, as PyTorch's {@code SequentialLR}.
 *
 * @param first the schedule of the first updates
 * @param steps how many updates the first has
 * @param next the schedule of all others, which begins with its update 0
 */
public record Sequence(LearningRateSchedule first, long steps, LearningRateSchedule next)
        implements LearningRateSchedule {
    /** Checks the steps. */
    public Sequence {
        Rates.steps("the steps of the first schedule", steps);
    }

    @Override
    public double rate(long step) {
        return step < steps ? first.rate(step) : next.rate(step - steps);
    }
}

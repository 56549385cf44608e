package org.nnlang.training.schedule;

import java.util.function.LongToDoubleFunction;

/** The learning rate of each update. */
@FunctionalInterface
public interface LearningRateSchedule extends LongToDoubleFunction {
    /**
     * The learning rate of one update.
     *
     * @param step the number of the update, from 0
     */
    double rate(long step);

    @Override
    default double applyAsDouble(long step) {
        return rate(step);
    }

    /** This schedule for so many updates, then another, which counts from 0 again: PyTorch's {@code SequentialLR}. */
    default LearningRateSchedule then(long steps, LearningRateSchedule next) {
        return new Sequence(this, steps, next);
    }

    /**
     * A warm-up before this schedule: from a part of its first rate up to that rate, then this schedule from its start.
     *
     * @param steps how many updates the warm-up takes
     * @param startFactor the part of the first rate that the first update has
     */
    default LearningRateSchedule afterWarmUp(long steps, double startFactor) {
        return new LinearFactor(rate(0), startFactor, 1, steps).then(steps, this);
    }
}

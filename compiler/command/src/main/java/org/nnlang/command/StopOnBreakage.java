package org.nnlang.command;

import org.nnlang.training.Callback;
import org.nnlang.training.TrainingContext;
import org.nnlang.training.callback.TerminateOnNaN;

/** Stops a training whose loss is no number any more, and remembers that this was the reason. */
final class StopOnBreakage implements Callback {
    private final Callback rule = new TerminateOnNaN();
    private boolean broke;

    @Override
    public void beforeUpdate(TrainingContext training) {
        rule.beforeUpdate(training);
        broke |= training.isStopping();
    }

    /** Whether it stopped the training. */
    boolean broke() {
        return broke;
    }
}

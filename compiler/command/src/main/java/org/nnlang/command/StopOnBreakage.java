package org.nnlang.command;

import org.nnlang.runtime.train.Callback;
import org.nnlang.runtime.train.TrainingContext;
import org.nnlang.runtime.train.callback.TerminateOnNaN;

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

package org.nnlang.runtime.train.callback;

import org.nnlang.runtime.train.Callback;
import org.nnlang.runtime.train.TrainingContext;

/**
 * Stops a training when the loss of a batch is NaN or infinite, before that batch spoils the weights, and says which layer broke
 * first.
 *
 * <p>The reason is in {@link org.nnlang.runtime.train.History#stopped()}.
 */
public final class TerminateOnNaN implements Callback {
    /** Makes one. */
    public TerminateOnNaN() {}

    @Override
    public void beforeUpdate(TrainingContext training) {
        if (!Double.isFinite(training.batchLoss())) {
            training.stop("epoch " + training.epoch() + ", batch " + training.batch() + ": the loss is "
                    + training.batchLoss() + "; " + training.whatBroke());
        }
    }
}

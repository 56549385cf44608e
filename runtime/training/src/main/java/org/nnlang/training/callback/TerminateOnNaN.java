package org.nnlang.training.callback;

import org.nnlang.training.Callback;
import org.nnlang.training.TrainingContext;

/**
 * Stops a training when the loss of a batch is NaN or infinite, before that batch spoils the weights, and says which layer broke
 * first.
 *
 * <p>The reason is in {@link org.nnlang.training.History#stopped()}.
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

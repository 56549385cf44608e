package org.nnlang.training.callback;

import java.util.Objects;
import org.nnlang.training.Callback;
import org.nnlang.training.TrainingContext;

/** Sets the learning rate at the beginning of each epoch; for one of each step see {@code Trainer.schedule}. */
public final class LearningRateScheduler implements Callback {
    /** From an epoch and the learning rate so far to that of the epoch. */
    @FunctionalInterface
    public interface Rule {
        /**
         * Calculates it.
         *
         * @param epoch from 1
         * @param learningRate that of the epoch before; in the first, the optimizer's
         */
        double rate(int epoch, double learningRate);
    }

    private final Rule rule;

    /** Makes one of a rule. */
    public LearningRateScheduler(Rule rule) {
        this.rule = Objects.requireNonNull(rule, "rule");
    }

    @Override
    public void epochBegins(TrainingContext training) {
        training.setLearningRate(rule.rate(training.epoch(), training.learningRate()));
    }
}

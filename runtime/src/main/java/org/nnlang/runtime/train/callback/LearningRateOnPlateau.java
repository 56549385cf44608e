package org.nnlang.runtime.train.callback;

import java.util.Objects;
import org.nnlang.runtime.train.Callback;
import org.nnlang.runtime.train.SavedState;
import org.nnlang.runtime.train.TrainingContext;

/** Lets a rule set the learning rate after each epoch, by a value of it. */
public final class LearningRateOnPlateau implements Callback {
    private final String monitor;
    private final PlateauRule rule;

    /**
     * Makes one.
     *
     * @param monitor the value that is watched, such as {@code val_loss}
     * @param rule what makes a rate of it
     */
    public LearningRateOnPlateau(String monitor, PlateauRule rule) {
        this.monitor = Objects.requireNonNull(monitor, "monitor");
        this.rule = Objects.requireNonNull(rule, "rule");
    }

    @Override
    public void epochEnds(TrainingContext training) {
        double value = Monitor.value("LearningRateOnPlateau", monitor, training);
        training.setLearningRate(rule.next(value, training.learningRate()));
    }

    @Override
    public void save(SavedState state, TrainingContext training) {
        state.put("memory", rule.memory());
    }

    @Override
    public void restore(SavedState state, TrainingContext training) {
        rule.restore(state.numbers("memory"));
    }
}

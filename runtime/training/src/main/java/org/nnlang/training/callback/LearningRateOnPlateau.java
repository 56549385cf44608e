package org.nnlang.training.callback;

import java.util.Objects;
import org.nnlang.training.Callback;
import org.nnlang.training.SavedState;
import org.nnlang.training.TrainingContext;
import org.nnlang.training.schedule.ReduceOnPlateau;

/** Lowers the learning rate after epochs that did not improve a value: Keras' {@code ReduceLROnPlateau}. */
public final class LearningRateOnPlateau implements Callback {
    private final String monitor;
    private final ReduceOnPlateau rule;
    private final ReduceOnPlateau.State atFirst;

    /**
     * Makes one.
     *
     * @param monitor the value that is watched, such as {@code val_loss}
     * @param rule what makes a rate of it; it belongs to this callback
     */
    public LearningRateOnPlateau(String monitor, ReduceOnPlateau rule) {
        this.monitor = Objects.requireNonNull(monitor, "monitor");
        this.rule = Objects.requireNonNull(rule, "rule");
        this.atFirst = rule.state();
    }

    @Override
    public void trainingBegins(TrainingContext training) {
        Monitor.require("LearningRateOnPlateau", monitor, training);
        if (!training.resumed()) {
            rule.restore(atFirst);
        }
        // Refused now where a schedule sets the rates, rather than after an epoch.
        training.setLearningRate(training.learningRate());
    }

    @Override
    public void epochEnds(TrainingContext training) {
        training.setLearningRate(rule.next(training.value(monitor), training.learningRate()));
    }

    @Override
    public void save(SavedState state, TrainingContext training) {
        state.put("best", rule.state().best());
        state.put("waited", rule.state().waited());
        state.put("cooldownLeft", rule.state().cooldownLeft());
    }

    @Override
    public void restore(SavedState state, TrainingContext training) {
        rule.restore(new ReduceOnPlateau.State(
                state.number("best"), (int) state.integer("waited"), (int) state.integer("cooldownLeft")));
    }
}

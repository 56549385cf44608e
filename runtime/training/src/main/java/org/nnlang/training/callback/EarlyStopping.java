package org.nnlang.training.callback;

import java.util.ArrayList;
import java.util.List;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.Parameter;
import org.nnlang.training.Callback;
import org.nnlang.training.SavedState;
import org.nnlang.training.TrainingContext;
import org.nnlang.training.metric.Direction;

/** Stops a training when a value has not improved for some epochs; the rules are those of Keras' {@code EarlyStopping}. */
public final class EarlyStopping implements Callback {
    private final int patience;
    private final List<float[]> bestWeights = new ArrayList<>();
    private Monitor monitor;
    private double baseline;
    private boolean hasBaseline;
    private boolean restoresBest;
    private int startFromEpoch = 1;
    private int wait;

    /**
     * Watches a value; whether small or large ones are good is told by its name.
     *
     * @param monitor such as {@code val_loss}
     * @param patience how many epochs without improvement are too many
     * @throws IllegalArgumentException if patience is negative, or the name does not tell the direction
     */
    public EarlyStopping(String monitor, int patience) {
        this(monitor, patience, Direction.of(monitor));
    }

    /** Watches a value of which large or small ones are good. */
    public EarlyStopping(String monitor, int patience, Direction direction) {
        if (patience < 0) {
            throw new IllegalArgumentException("patience must be at least 0, got " + patience);
        }
        this.monitor = new Monitor("EarlyStopping", monitor, direction, 0);
        this.patience = patience;
    }

    /** Sets by how much a value must be better to be an improvement: 0 unless set. */
    public EarlyStopping minDelta(double minDelta) {
        monitor = monitor.withMinDelta(minDelta);
        return this;
    }

    /** Sets a value that must be beaten too for an epoch to count as an improvement. */
    public EarlyStopping baseline(double value) {
        baseline = value;
        hasBaseline = true;
        return this;
    }

    /** Sets the first epoch that is watched, from 1. */
    public EarlyStopping startFromEpoch(int epoch) {
        startFromEpoch = epoch;
        return this;
    }

    /** Gives the model the weights of the best epoch when training ends, whether it was stopped or not. */
    public EarlyStopping restoreBest() {
        restoresBest = true;
        return this;
    }

    @Override
    public void trainingBegins(TrainingContext training) {
        monitor.require(training);
        if (!training.resumed()) {
            wait = 0;
            bestWeights.clear();
            monitor.reset();
        }
    }

    @Override
    public void epochEnds(TrainingContext training) {
        int epoch = training.epoch();
        if (epoch < startFromEpoch) {
            return;
        }
        double value = monitor.value(training);
        if (restoresBest && bestWeights.isEmpty()) {
            keep(training.model());
        }
        wait++;
        if (monitor.improves(value, epoch)) {
            if (restoresBest) {
                keep(training.model());
            }
            if (!hasBaseline || monitor.isBetter(value, baseline)) {
                wait = 0;
            }
        } else if (wait >= patience && epoch > 1) {
            String why = monitor.bestEpoch() == 0
                    ? " was never a finite number"
                    : " did not improve on " + monitor.best() + " of epoch " + monitor.bestEpoch();
            training.stop("epoch " + epoch + ": " + monitor.name() + why);
        }
    }

    @Override
    public void trainingEnds(TrainingContext training) {
        int i = 0;
        for (Parameter parameter : training.model().parameters()) {
            if (i < bestWeights.size()) {
                parameter.set(bestWeights.get(i++));
            }
        }
    }

    private void keep(Model model) {
        bestWeights.clear();
        for (Parameter parameter : model.parameters()) {
            bestWeights.add(parameter.toArray());
        }
    }

    @Override
    public void save(SavedState state, TrainingContext training) {
        monitor.save(state);
        state.put("wait", wait);
        state.put("weights", bestWeights.size());
        int i = 0;
        for (Parameter parameter : training.model().parameters()) {
            if (i < bestWeights.size()) {
                state.part("weight").put(parameter.path(), parameter.shape(), bestWeights.get(i++));
            }
        }
    }

    @Override
    public void restore(SavedState state, TrainingContext training) {
        monitor.restore(state);
        wait = (int) state.integer("wait");
        bestWeights.clear();
        if (state.integer("weights") > 0) {
            for (Parameter parameter : training.model().parameters()) {
                bestWeights.add(state.part("weight").array(parameter.path(), parameter.shape()));
            }
        }
    }
}

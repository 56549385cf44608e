package org.nnlang.training.callback;

import java.util.List;
import java.util.Objects;
import org.nnlang.training.SavedState;
import org.nnlang.training.TrainingContext;
import org.nnlang.training.metric.Direction;

/** A watched value, and the best of it so far. */
final class Monitor {
    private final String owner;
    private final String name;
    private final Direction direction;
    private final double minDelta;
    private double best;
    private int bestEpoch;

    /** @param owner who watches, for messages */
    Monitor(String owner, String name, Direction direction, double minDelta) {
        this.owner = owner;
        this.name = Objects.requireNonNull(name, "name");
        this.direction = Objects.requireNonNull(direction, "direction");
        if (!(minDelta >= 0 && minDelta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the least improvement must be a finite number from 0, got " + minDelta);
        }
        this.minDelta = minDelta;
        this.best = direction.worst();
    }

    Monitor withMinDelta(double newMinDelta) {
        return new Monitor(owner, name, direction, newMinDelta);
    }

    String name() {
        return name;
    }

    double best() {
        return best;
    }

    int bestEpoch() {
        return bestEpoch;
    }

    void reset() {
        best = direction.worst();
        bestEpoch = 0;
    }

    /** @throws IllegalArgumentException if the training will have no such value */
    void require(TrainingContext training) {
        require(owner, name, training);
    }

    static void require(String owner, String name, TrainingContext training) {
        List<String> names = training.namesAtEnd();
        if (!names.contains(name)) {
            throw new IllegalArgumentException(owner + " watches '" + name + "', but this training has " + names
                    + ": watch one of these"
                    + (name.startsWith("val_") ? ", or give the trainer a validation" : ""));
        }
    }

    double value(TrainingContext training) {
        return training.value(name);
    }

    /** Whether a value is better than the best so far, which it then becomes. */
    boolean improves(double value, int epoch) {
        if (!isBetter(value, best)) {
            return false;
        }
        best = value;
        bestEpoch = epoch;
        return true;
    }

    boolean isBetter(double value, double than) {
        return direction.isBetter(value, than, minDelta);
    }

    void save(SavedState state) {
        state.put("best", best);
        state.put("bestEpoch", bestEpoch);
    }

    void restore(SavedState state) {
        best = state.number("best");
        bestEpoch = (int) state.integer("bestEpoch");
    }
}

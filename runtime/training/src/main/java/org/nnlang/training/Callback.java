package org.nnlang.training;

/**
 * Watches a training and takes part in it: stops it early, writes what it sees, changes the learning rate.
 *
 * <p>Every method does nothing unless it is overridden. Callbacks are called in the order in which the {@link Trainer} has them.
 */
public interface Callback {
    /** Called once, before the first epoch; after {@link #restore} where a run is resumed. */
    default void trainingBegins(TrainingContext training) {}

    /** Called before the first batch of an epoch. */
    default void epochBegins(TrainingContext training) {}

    /**
     * Called when the loss and the gradients of a batch are known, before they change the weights. If training is stopped here,
     * the weights stay as they are.
     */
    default void beforeUpdate(TrainingContext training) {}

    /** Called when a batch has changed the weights. */
    default void batchEnds(TrainingContext training) {}

    /** Called after the last batch of an epoch and the validation; {@link TrainingContext#value} knows both. */
    default void epochEnds(TrainingContext training) {}

    /** Called once, after the last epoch. */
    default void trainingEnds(TrainingContext training) {}

    /** Puts what it remembers into a checkpoint. */
    default void save(SavedState state, TrainingContext training) {}

    /** Goes on from what {@link #save} put there; not called where a checkpoint has nothing of it. */
    default void restore(SavedState state, TrainingContext training) {}
}

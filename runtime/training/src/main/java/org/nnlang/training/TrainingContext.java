package org.nnlang.training;

import java.util.List;
import org.nnlang.runtime.Model;

/** A running training, as its {@link Callback}s see it; one object for the whole run. */
public interface TrainingContext {
    /** The network that is trained. */
    Model model();

    /** The epoch, from 1. */
    int epoch();

    /** The epoch after which training ends. */
    int epochs();

    /** The batch within the epoch, from 1; 0 before the first. */
    int batch();

    /** The batches of an epoch. */
    int batches();

    /** How many times the weights were changed, over all epochs. */
    long step();

    /** Whether this run goes on from a checkpoint. */
    boolean resumed();

    /** The loss of the last batch alone. */
    double batchLoss();

    /**
     * What can be asked for now, in Keras' order: of the epoch so far, alphabetically; from {@link Callback#epochEnds} on also of
     * the validation, each with {@code val_} before it.
     */
    List<String> names();

    /** What {@link #names} will be when an epoch has ended; known from the beginning. */
    List<String> namesAtEnd();

    /**
     * One of these values: a mean over the examples of the epoch so far.
     *
     * @throws IllegalArgumentException if it is none of {@link #names()}; the message lists them
     */
    double value(String name);

    /** The learning rate of the last step, or of the next one where it was set since. */
    double learningRate();

    /**
     * Sets the learning rate of the next steps.
     *
     * @throws IllegalArgumentException if it is not a finite number from 0
     * @throws IllegalStateException if the trainer has a schedule, which would overwrite it
     */
    void setLearningRate(double learningRate);

    /**
     * Asks to end the training: the epoch ends with this batch, the run with this epoch.
     *
     * @param reason what people are told, such as {@code epoch 7: val_loss did not improve for 3 epochs}
     */
    void stop(String reason);

    /** Whether somebody asked for it. */
    boolean isStopping();

    /**
     * Finds where the numbers of this batch stop being finite, by calculating it once more; to be called from
     * {@link Callback#beforeUpdate}.
     *
     * @return a part of a sentence that names the first weight, layer or gradient with a NaN or an infinity
     */
    String whatBroke();
}

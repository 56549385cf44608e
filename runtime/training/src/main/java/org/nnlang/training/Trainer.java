package org.nnlang.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.LongToDoubleFunction;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.data.Examples;
import org.nnlang.runtime.kernel.Threads;

/**
 * Fits a network to examples, by Keras' rules where Keras has them.
 *
 * <pre>{@code
 * History history = Trainer.of(model)
 *         .loss(Losses.categoricalCrossEntropy())
 *         .optimizer(Adam.keras())
 *         .metrics(new Accuracy())
 *         .validationSplit(0.1)
 *         .fit(train, 10);
 * }</pre>
 *
 * <p>Equal seeds give equal bits, on every machine; also where a run was killed and resumed. Every call of {@link #fit} begins with
 * an optimizer that remembers nothing, at the weights that the model has. One thread at a time.
 */
public final class Trainer {
    private final Settings settings;

    private Trainer(Model model) {
        this.settings = new Settings(Objects.requireNonNull(model, "model"));
    }

    /** A trainer of a model's weights, which it changes. */
    public static Trainer of(Model model) {
        return new Trainer(model);
    }

    /** Sets the loss of the only output, with the weight 1. */
    public Trainer loss(Loss loss) {
        String output = settings.output(null);
        settings.losses.put(output, Objects.requireNonNull(loss, "loss"));
        settings.lossWeights.remove(output);
        return this;
    }

    /**
     * Sets the loss of one of several outputs, each of which needs one.
     *
     * @param weight its share: the whole loss is the sum of all losses times their weights
     * @throws IllegalArgumentException if there is no such output, or the weight is not a finite number from 0
     */
    public Trainer loss(String output, Loss loss, double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a loss' weight must be a finite number from 0, got " + weight);
        }
        settings.losses.put(settings.output(output), Objects.requireNonNull(loss, "loss"));
        settings.lossWeights.put(output, weight);
        return this;
    }

    /** Sets the rule by which gradients change weights. */
    public Trainer optimizer(Optimizer optimizer) {
        settings.optimizer = Objects.requireNonNull(optimizer, "optimizer");
        return this;
    }

    /**
     * Sets the learning rate of each step, in place of the optimizer's.
     *
     * @param schedule from the steps before this one, 0 for the first, to the learning rate
     */
    public Trainer schedule(LongToDoubleFunction schedule) {
        settings.schedule = Objects.requireNonNull(schedule, "schedule");
        return this;
    }

    /** Sets the metrics of the only output, in which every example counts alike. */
    public Trainer metrics(Metric... metrics) {
        return metrics(settings.output(null), metrics);
    }

    /** Sets the metrics of one of several outputs; a metric object belongs to one output of one trainer. */
    public Trainer metrics(String output, Metric... metrics) {
        settings.metrics.put(settings.output(output), List.of(metrics));
        return this;
    }

    /** Sets the metrics of the only output in which examples count by their weights. */
    public Trainer weightedMetrics(Metric... metrics) {
        return weightedMetrics(settings.output(null), metrics);
    }

    /** Sets the metrics of one of several outputs in which examples count by their weights. */
    public Trainer weightedMetrics(String output, Metric... metrics) {
        settings.weightedMetrics.put(settings.output(output), List.of(metrics));
        return this;
    }

    /** Sets how many examples make one step: 32 unless set, as in Keras. */
    public Trainer batchSize(int batchSize) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("the batch size must be positive, got " + batchSize);
        }
        settings.batchSize = batchSize;
        return this;
    }

    /** Sets what the order of the examples and dropout are drawn by: 42 unless set. */
    public Trainer seed(long seed) {
        settings.seed = seed;
        return this;
    }

    /**
     * Sets the most threads that calculate together, in the place of {@link Threads#count()}; the bits do not depend on it.
     *
     * @throws IllegalArgumentException if there are less than 1 or more than {@link Threads#MOST}
     */
    public Trainer threads(int count) {
        settings.threads = Threads.requireCount(count);
        return this;
    }

    /** Sets whether each epoch has an order of its own: so unless set. */
    public Trainer shuffle(boolean shuffle) {
        settings.shuffle = shuffle;
        return this;
    }

    /**
     * Keeps the last part of the examples, before any shuffling, for validation: of {@code n} examples, training has the first
     * {@code floor(n (1 - split))}.
     *
     * @param split from 0, for no validation, to less than 1
     */
    public Trainer validationSplit(double split) {
        if (!(split >= 0 && split < 1)) {
            throw new IllegalArgumentException("the validation split must be from 0 to less than 1, got " + split);
        }
        settings.validationSplit = split;
        return this;
    }

    /** Measures on these examples after each epoch; they take the place of a {@link #validationSplit}, which training then has. */
    public Trainer validation(Examples examples) {
        settings.validation = Objects.requireNonNull(examples, "examples");
        return this;
    }

    /** Weighs examples by the class of their target, on top of {@link Examples#weight}; one weight a class, in training only. */
    public Trainer classWeights(float... weights) {
        settings.classWeights = weights.clone();
        return this;
    }

    /** Adds callbacks. */
    public Trainer callbacks(Callback... callbacks) {
        settings.callbacks.addAll(List.of(callbacks));
        return this;
    }

    /** Sets what shows how far it is: nothing unless set. */
    public Trainer progress(Progress progress) {
        settings.progress = Objects.requireNonNull(progress, "progress");
        return this;
    }

    /** Writes, after each epoch, all that is needed to go on from there; an older file is replaced when the new one is complete. */
    public Trainer checkpoint(Path file) {
        settings.checkpoint = Objects.requireNonNull(file, "file");
        settings.checkpointEveryBatches = 0;
        return this;
    }

    /**
     * Writes such a file also after every so many steps.
     *
     * @throws IllegalArgumentException if the number is not positive; {@link #fit} throws one if a metric cannot be kept in the
     *     middle of an epoch
     */
    public Trainer checkpoint(Path file, int everyBatches) {
        if (everyBatches < 1) {
            throw new IllegalArgumentException("checkpoints every " + everyBatches + " batches: it must be at least 1");
        }
        checkpoint(file);
        settings.checkpointEveryBatches = everyBatches;
        return this;
    }

    /**
     * Lets the next {@link #fit} go on from a checkpoint, with the bits of a run that was never interrupted. The file is read now.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such file
     * @throws org.nnlang.runtime.ModelFormatException if it is damaged, or no checkpoint
     */
    public Trainer resume(Path file) throws IOException {
        settings.resumed = Checkpoint.read(file);
        return this;
    }

    /**
     * Trains.
     *
     * @param epochs how many times every example is seen; those before a checkpoint count
     * @throws IllegalArgumentException before the first step, if something is missing or does not fit
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public History fit(Examples train, int epochs) {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be positive, got " + epochs);
        }
        return new Fitting(settings, Objects.requireNonNull(train, "train"), epochs).run();
    }

    /**
     * Measures the loss and the metrics as the network predicts: nothing drops.
     *
     * @throws IllegalArgumentException if something is missing or does not fit
     */
    public Evaluation evaluate(Examples test) {
        Slice slice = new Slice(test, 0, test.size());
        return new Evaluator(settings, slice).evaluate(settings.progress);
    }
}

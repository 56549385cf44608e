package org.nnlang.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.Loss;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.Port;
import org.nnlang.runtime.data.Examples;

/** What a {@link Trainer} was told. */
final class Settings {
    final Model model;
    final Map<String, Loss> losses = new LinkedHashMap<>();
    final Map<String, Double> lossWeights = new LinkedHashMap<>();
    final Map<String, List<Metric>> metrics = new LinkedHashMap<>();
    final Map<String, List<Metric>> weightedMetrics = new LinkedHashMap<>();
    final List<Callback> callbacks = new ArrayList<>();

    @Nullable
    Optimizer optimizer;

    @Nullable
    LongToDoubleFunction schedule;

    @Nullable
    Examples validation;

    float @Nullable [] classWeights;

    @Nullable
    Path checkpoint;

    @Nullable
    Checkpoint resumed;

    int checkpointEveryBatches;
    int batchSize = 32;
    long seed = 42;
    boolean shuffle = true;

    /** The most threads; null for as many as the program's setting says. */
    @Nullable
    Integer threads;

    double validationSplit;
    Progress progress = Progress.NONE;

    Settings(Model model) {
        this.model = model;
    }

    /** A session for batches of up to so many examples. */
    GradientSession newSession(int capacity) {
        GradientSession session = model.gradients().newSession(capacity);
        if (threads != null) {
            session.useThreads(threads);
        }
        return session;
    }

    /** The name of the only output, or of the one that is meant. */
    String output(@Nullable String name) {
        List<String> names = model.outputs().stream().map(Port::name).toList();
        if (name == null && names.size() != 1) {
            throw new IllegalArgumentException(model.name() + " has several outputs, " + names
                    + ": say which one, as in loss(\"" + names.get(0) + "\", loss, 1)");
        }
        if (name != null && !names.contains(name)) {
            throw new IllegalArgumentException(model.name() + " has no output '" + name + "', there are " + names);
        }
        return name == null ? names.get(0) : name;
    }

    /**
     * What each output is trained for.
     *
     * @throws IllegalArgumentException if an output has no loss
     */
    List<Goal> goals() {
        List<Goal> goals = new ArrayList<>();
        for (Port port : model.outputs()) {
            String output = port.name();
            Loss loss = losses.get(output);
            if (loss == null) {
                throw new IllegalArgumentException(
                        "output " + output + " of " + model.name() + " has no loss: give it one by Trainer.loss");
            }
            goals.add(new Goal(
                    loss,
                    lossWeights.getOrDefault(output, 1.0),
                    metrics.getOrDefault(output, List.of()),
                    weightedMetrics.getOrDefault(output, List.of())));
        }
        return goals;
    }

    /** @throws IllegalArgumentException if there is none */
    Optimizer requireOptimizer() {
        if (optimizer == null) {
            throw new IllegalArgumentException("no optimizer: give one by Trainer.optimizer");
        }
        return optimizer;
    }

    /** @throws IllegalArgumentException if checkpoints could not be written, for want of a folder */
    void requireFolder() {
        Path file = checkpoint;
        Path folder = file == null ? null : file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "no folder " + folder + " to write the checkpoint " + file + " into: create it first");
        }
    }

    /** What training takes of the examples; Keras' rule. */
    Slice training(Examples examples) {
        return new Slice(examples, 0, validation != null ? examples.size() : splitAt(examples));
    }

    /** What is measured after each epoch; null for nothing. */
    @Nullable
    Slice validation(Examples examples) {
        if (validation != null) {
            return new Slice(validation, 0, validation.size());
        }
        return validationSplit == 0 ? null : new Slice(examples, splitAt(examples), examples.size());
    }

    private int splitAt(Examples examples) {
        int split = (int) Math.floor(examples.size() * (1 - validationSplit));
        if (validationSplit > 0 && examples.size() > 0 && (split == 0 || split == examples.size())) {
            throw new IllegalArgumentException("a validation split of " + validationSplit + " leaves " + split
                    + " of the " + examples.size() + " examples for training and " + (examples.size() - split)
                    + " for validation: both need at least one");
        }
        return split;
    }
}

package org.nnlang.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.data.Examples;
import org.nnlang.runtime.init.RandomStream;

/** One call of {@link Trainer#fit}: epochs of batches of steps. */
final class Fitting {
    private final Settings settings;
    private final Slice slice;
    private final int batches;
    private final StepCalculation calculation;
    private final Updates updates;
    private final @Nullable Evaluator validation;
    private final Callback[] callbacks;
    private final TrainingState state;

    /** @throws IllegalArgumentException if something is missing or does not fit */
    Fitting(Settings settings, Examples train, int epochs) {
        this.settings = settings;
        this.slice = settings.training(train);
        this.batches = slice.batches(settings.batchSize);
        this.calculation = new StepCalculation(settings, slice);
        this.updates = new Updates(
                settings.requireOptimizer(), settings.model.parameters(), calculation.gradients(), settings.threads);
        Slice held = settings.validation(train);
        this.validation = held == null ? null : new Evaluator(settings, held);
        this.callbacks = settings.callbacks.toArray(Callback[]::new);
        this.state = new TrainingState(settings, calculation, namesAtEnd(), epochs, batches);
        settings.requireFolder();
        if (settings.checkpointEveryBatches > 0) {
            requireKeepableMetrics();
        }
    }

    private List<String> namesAtEnd() {
        List<String> names = new ArrayList<>(calculation.scores().names());
        if (validation != null) {
            validation.names().forEach(name -> names.add("val_" + name));
        }
        return List.copyOf(names);
    }

    private void requireKeepableMetrics() {
        try {
            calculation.scores().save(new SavedState());
        } catch (UnsupportedOperationException e) {
            throw new IllegalArgumentException(
                    "checkpoints every " + settings.checkpointEveryBatches + " batches: " + e.getMessage(), e);
        }
    }

    History run() {
        Checkpoint resumed = settings.resumed;
        if (resumed != null) {
            settings.resumed = null;
            resumed.restore(parts());
        }
        for (Callback callback : callbacks) {
            callback.trainingBegins(state);
        }
        while (state.hasNextEpoch()) {
            epoch();
        }
        for (Callback callback : callbacks) {
            callback.trainingEnds(state);
        }
        History history = state.history();
        history.stopped().ifPresent(settings.progress::says);
        return history;
    }

    private void epoch() {
        boolean begun = state.beginEpoch();
        String title = state.epochs() > 1 ? "Epoch " + state.epoch() + "/" + state.epochs() : "";
        settings.progress.begins(title, batches);
        if (!begun) {
            calculation.scores().reset();
            for (Callback callback : callbacks) {
                callback.epochBegins(state);
            }
        }
        long start = System.nanoTime();
        boolean whole = batches(start);
        Map<String, Double> values = measure();
        double rate = state.learningRate();
        double seconds = state.secondsSince(start);
        state.endEpoch(values);
        for (Callback callback : callbacks) {
            callback.epochEnds(state);
        }
        state.recordEpoch(rate, seconds);
        state.showEnd(settings.progress);
        // After a stop in the middle, the checkpoint before is what can still be gone on from.
        if (whole) {
            state.nextEpoch();
            write(0);
        }
    }

    /** Does the steps of an epoch, or those that are left of it; false if it was stopped in the middle. */
    private boolean batches(long start) {
        if (settings.shuffle) {
            slice.shuffle(settings.seed, state.epoch());
        }
        RandomStream dropout = RandomStream.of(settings.seed, "dropout " + state.epoch());
        for (int i = 0; i < state.batch(); i++) {
            dropout.nextLong();
        }
        boolean whole = true;
        while (whole && state.batch() < batches) {
            whole = batch(dropout.nextLong()) && (!state.isStopping() || state.batch() == batches);
            if (whole && isDue()) {
                write(state.secondsSince(start));
            }
        }
        return whole;
    }

    /** The values of an epoch: of training as its steps saw it, of validation as the network is now. */
    private Map<String, Double> measure() {
        Map<String, Double> values = new LinkedHashMap<>();
        calculation.scores().putInto(values);
        if (validation != null) {
            validation.putInto(values, "val_", validation.run(Progress.NONE));
        }
        return values;
    }

    /** Does one step; false if it was stopped before it changed the weights. */
    private boolean batch(long seed) {
        int from = state.batch() * settings.batchSize;
        int count = Math.min(settings.batchSize, slice.size() - from);
        state.beginBatch(calculation.calculate(slice.order(), from, count, seed));
        for (Callback callback : callbacks) {
            callback.beforeUpdate(state);
        }
        if (state.isStopping()) {
            return false;
        }
        LongToDoubleFunction schedule = settings.schedule;
        double rate = schedule == null ? state.learningRate() : schedule.applyAsDouble(state.step());
        updates.step(rate, state.countStep(rate));
        for (Callback callback : callbacks) {
            callback.batchEnds(state);
        }
        state.showStep(settings.progress);
        return true;
    }

    private boolean isDue() {
        int every = settings.checkpointEveryBatches;
        return every > 0 && state.step() % every == 0 && state.batch() < batches;
    }

    private void write(double seconds) {
        Path file = settings.checkpoint;
        if (file == null) {
            return;
        }
        state.keepSeconds(seconds);
        try {
            Checkpoint.write(file, parts());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the checkpoint " + file + ": " + e.getMessage(), e);
        }
    }

    private TrainingParts parts() {
        return new TrainingParts(settings, slice.size(), calculation.scores(), updates, validation != null, state);
    }
}

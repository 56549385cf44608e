package org.nnlang.training.callback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nnlang.training.Callback;
import org.nnlang.training.SavedState;
import org.nnlang.training.TrainingContext;
import org.nnlang.training.metric.Direction;

/**
 * Writes the model's weights after epochs, as {@link org.nnlang.runtime.Model#save} does: whole, or not at all.
 *
 * <p>{@code {epoch}} in the file's name stands for the epoch, from 1. To go on with a training that was interrupted, more than
 * weights is needed: see {@code Trainer.checkpoint}.
 */
public final class Checkpoints implements Callback {
    private final Path file;
    private final @Nullable Monitor monitor;

    private Checkpoints(Path file, @Nullable Monitor monitor) {
        this.file = Objects.requireNonNull(file, "file");
        this.monitor = monitor;
    }

    /** After each epoch: the last ones replace the others, unless the name has the epoch in it. */
    public static Checkpoints last(Path file) {
        return new Checkpoints(file, null);
    }

    /**
     * After each epoch that is better than all before it.
     *
     * @param monitor the value that tells, such as {@code val_loss}
     * @throws IllegalArgumentException if the name does not tell whether small or large values are good
     */
    public static Checkpoints best(Path file, String monitor) {
        return best(file, monitor, Direction.of(monitor));
    }

    /** After each epoch that is better than all before it, by a value of which small or large ones are good. */
    public static Checkpoints best(Path file, String monitor, Direction direction) {
        return new Checkpoints(file, new Monitor("Checkpoints", monitor, direction, 0));
    }

    @Override
    public void trainingBegins(TrainingContext training) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "no folder " + folder + " to write the weights " + file + " into: create it first");
        }
        if (monitor != null) {
            monitor.require(training);
            if (!training.resumed()) {
                monitor.reset();
            }
        }
    }

    @Override
    public void epochEnds(TrainingContext training) {
        if (monitor != null && !monitor.improves(monitor.value(training), training.epoch())) {
            return;
        }
        Path target = file.resolveSibling(
                file.getFileName().toString().replace("{epoch}", Integer.toString(training.epoch())));
        try {
            training.model().save(target);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the weights to " + target + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void save(SavedState state, TrainingContext training) {
        if (monitor != null) {
            monitor.save(state);
        }
    }

    @Override
    public void restore(SavedState state, TrainingContext training) {
        if (monitor != null) {
            monitor.restore(state);
        }
    }
}

package org.nnlang.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nnlang.training.Callback;
import org.nnlang.training.TrainingContext;

/**
 * What is said when somebody ends the process in the middle of a training, by Ctrl-C for one: whether and how it can go on.
 *
 * <p>Nothing needs to be rescued then: a checkpoint is complete before it takes the place of the one before.
 */
final class Interruption implements AutoCloseable, Callback {
    private final Thread hook;
    private volatile boolean written;

    Interruption(PrintWriter err, Path checkpoint, boolean resumed) {
        this.written = resumed;
        this.hook = new Thread(() -> {
            err.println();
            err.println(
                    written && Files.exists(checkpoint)
                            ? "nn: interrupted; the same command with --resume goes on from the last whole epoch, which is in "
                                    + checkpoint
                            : "nn: interrupted before the end of the first epoch: nothing is kept");
            err.flush();
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void epochBegins(TrainingContext training) {
        // The checkpoint of an epoch is written before the next one begins.
        written |= training.epoch() > 1;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}

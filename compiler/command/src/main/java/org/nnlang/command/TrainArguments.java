package org.nnlang.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.Model;
import org.nnlang.training.Optimizer;
import org.nnlang.training.optimizer.FirstOrderOptimizer;
import org.nnlang.training.optimizer.Optimizers;
import picocli.CommandLine.Option;

/** How a training goes, and what it writes. */
final class TrainArguments {
    @Option(
            names = "--optimizer",
            paramLabel = "O",
            defaultValue = "adam",
            description =
                    "Such as adam:lr=0.001, sgd:lr=0.1,momentum=0.9 or torch.adamw:weight_decay=0.1. Default: ${DEFAULT-VALUE}.")
    private String optimizer;

    @Option(
            names = "--schedule",
            paramLabel = "S",
            description =
                    "The learning rate over time: step:epochs=5,factor=0.5, exponential, cosine, linear, one_cycle, warm_up:epochs=1, cosine:warm_up_epochs=1; or plateau:patience=3,factor=0.5.")
    private @Nullable String schedule;

    @Option(
            names = "--clip-norm",
            paramLabel = "X",
            description =
                    "Scale the gradients down where the norm of all together is more. For each parameter: --optimizer adam:clip_norm=X.")
    private @Nullable Double clipNorm;

    @Option(names = "--epochs", paramLabel = "N", defaultValue = "10", description = "Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(names = "--batch-size", paramLabel = "N", defaultValue = "32", description = "Default: ${DEFAULT-VALUE}.")
    private int batchSize;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Draws the first weights, the order of examples, and dropout. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--weights", paramLabel = "FILE", description = "Start from these weights, instead of fresh ones.")
    private @Nullable Path weights;

    @Option(
            names = "--freeze",
            paramLabel = "PATTERN",
            description =
                    "Leave the weights whose path fits as they are, such as 'encoder.*'; may be given several times.")
    private List<String> frozen = new ArrayList<>();

    @Option(
            names = "--early-stopping",
            paramLabel = "PATIENCE",
            description =
                    "Stop after so many epochs without a better validation loss, or loss where there is no validation, and keep the best weights.")
    private @Nullable Integer earlyStopping;

    @Option(
            names = "--save",
            paramLabel = "FILE",
            required = true,
            description = "Where the weights go at the end: npz if it is called so, else safetensors.")
    private Path save;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description =
                    "What --resume needs, written after each epoch. Default: beside --save, ending in .checkpoint.")
    private @Nullable Path checkpoint;

    @Option(names = "--resume", description = "Go on from the checkpoint; --epochs counts those before it.")
    private boolean resume;

    @Option(names = "--csv-log", paramLabel = "FILE", description = "A line for each epoch.")
    private @Nullable Path csvLog;

    @Option(
            names = "--curves",
            paramLabel = "FILE.png",
            description = "A picture of losses and metrics over the epochs.")
    private @Nullable Path curves;

    int epochs() {
        return epochs;
    }

    int batchSize() {
        return batchSize;
    }

    long seed() {
        return seed;
    }

    @Nullable
    String schedule() {
        return schedule;
    }

    @Nullable
    Integer earlyStopping() {
        return earlyStopping;
    }

    Path save() {
        return save;
    }

    boolean resume() {
        return resume;
    }

    @Nullable
    Path csvLog() {
        return csvLog;
    }

    @Nullable
    Path curves() {
        return curves;
    }

    Path checkpoint() {
        if (checkpoint != null) {
            return checkpoint;
        }
        String name = String.valueOf(save.getFileName());
        int dot = name.lastIndexOf('.');
        return save.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".checkpoint");
    }

    Optimizer optimizer() {
        try {
            Optimizer parsed = Optimizers.parse(optimizer);
            if (clipNorm == null) {
                return parsed;
            }
            if (parsed instanceof FirstOrderOptimizer<?> clipped) {
                return clipped.withGlobalClipNorm(clipNorm);
            }
            throw new Failure("--clip-norm: " + parsed.name() + " does not clip");
        } catch (IllegalArgumentException e) {
            throw new Failure("--optimizer: " + e.getMessage());
        }
    }

    /** Checks what would otherwise be noticed only after the training. */
    void requirePlaces() throws IOException {
        if (epochs < 1 || batchSize < 1) {
            throw new Failure("--epochs and --batch-size must be at least 1, got " + epochs + " and " + batchSize);
        }
        if (checkpoint().toAbsolutePath().equals(save.toAbsolutePath())) {
            throw new Failure("--checkpoint and --save are both " + save + ": a checkpoint is more than weights");
        }
        if (resume && weights != null) {
            throw new Failure("--weights starts anew and --resume goes on: give one of them");
        }
        if (resume && !Files.exists(checkpoint())) {
            throw new Failure("--resume: there is no checkpoint " + checkpoint()
                    + "; leave --resume out to start anew, or name the file by --checkpoint");
        }
        for (Path file : Stream.of(save, checkpoint(), csvLog, curves)
                .filter(each -> each != null)
                .toList()) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
                throw new Failure("cannot write " + file + ": "
                        + (folder != null && Files.isDirectory(folder)
                                ? "the folder " + folder + " is not writable"
                                : "there is no folder " + folder + "; make it first"));
            }
            if (Files.isDirectory(file)) {
                throw new Failure("cannot write " + file + ": it is a folder");
            }
        }
    }

    /** Gives a model the weights to start from, and freezes some. */
    void prepare(Model model) throws IOException {
        if (weights != null) {
            model.parameters().load(weights);
        }
        for (String pattern : frozen) {
            try {
                model.parameters().freeze(pattern);
            } catch (NoSuchElementException e) {
                throw new Failure("--freeze: " + e.getMessage());
            }
        }
        if (model.parameters().trainableCount() == 0) {
            throw new Failure(model.name()
                    + (frozen.isEmpty() ? " has no weights to train" : " has no weights to train: --freeze fits all"));
        }
    }
}

package org.nnlang.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nnlang.plots.HistoryCurves;
import org.nnlang.runtime.Model;
import org.nnlang.training.Callback;
import org.nnlang.training.Evaluation;
import org.nnlang.training.History;
import org.nnlang.training.Optimizer;
import org.nnlang.training.Progress;
import org.nnlang.training.Trainer;
import org.nnlang.training.callback.CsvLog;
import org.nnlang.training.callback.EarlyStopping;
import org.nnlang.training.progress.Console;
import org.nnlang.training.progress.PlainLines;

/** One training: from loaded data to saved weights. */
final class TrainingRun {
    private final ModelArguments arguments;
    private final TrainArguments options;
    private final Model model;
    private final List<LossChoice> losses;
    private final MetricChoice metrics;
    private final TrainingExamples examples;
    private final PrintWriter out;

    TrainingRun(
            ModelArguments arguments,
            TrainArguments options,
            Model model,
            List<LossChoice> losses,
            MetricChoice metrics,
            TrainingExamples examples) {
        this.arguments = arguments;
        this.options = options;
        this.model = model;
        this.losses = losses;
        this.metrics = metrics;
        this.examples = examples;
        this.out = arguments.sources().out();
    }

    /** Says a line to the user. */
    void say(String line) {
        out.println(line);
        out.flush();
    }

    int run() throws IOException {
        StopOnBreakage breakage = new StopOnBreakage();
        History history;
        try {
            Trainer trainer = trainer(breakage);
            introduce();
            history = fit(trainer);
            if (breakage.broke()) {
                throw new Failure(
                        "the weights are not saved: the training broke; try a lower learning rate, or --clip-norm 1");
            }
            model.save(options.save());
            report(history);
            if (examples.test() != null) {
                Evaluation evaluation = trainer.evaluate(examples.test());
                say(String.format(
                        Locale.ROOT, "test on %,d examples: %s", examples.test().size(), evaluation));
            }
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
        if (options.curves() != null) {
            HistoryCurves.write(options.curves(), history);
            say("curves: " + options.curves());
        }
        return 0;
    }

    private Trainer trainer(StopOnBreakage breakage) throws IOException {
        Optimizer optimizer = options.optimizer();
        Trainer trainer = Trainer.of(model)
                .optimizer(optimizer)
                .batchSize(options.batchSize())
                .seed(options.seed())
                .validationSplit(examples.split())
                .checkpoint(options.checkpoint())
                .progress(progress())
                .callbacks(breakage);
        for (LossChoice loss : losses) {
            trainer.loss(loss.output().name(), loss.loss(), loss.weight());
        }
        metrics.giveTo(trainer);
        if (examples.validation() != null) {
            trainer.validation(examples.validation());
        }
        if (options.schedule() != null) {
            int batches = (examples.trained() + options.batchSize() - 1) / options.batchSize();
            ScheduleChoice.of(options.schedule(), optimizer, batches, options.epochs(), watched())
                    .giveTo(trainer);
        }
        if (options.earlyStopping() != null) {
            trainer.callbacks(new EarlyStopping(watched(), options.earlyStopping()).restoreBest());
        }
        if (options.csvLog() != null) {
            trainer.callbacks(log(options.csvLog()));
        }
        if (options.resume()) {
            trainer.resume(options.checkpoint());
        }
        return trainer;
    }

    private String watched() {
        return examples.isValidated() ? "val_loss" : "loss";
    }

    private Progress progress() {
        return Console.isTerminal() ? Console.progress() : new PlainLines(WriterStream.to(out), System::nanoTime);
    }

    /** A run that starts anew has a new log; what is no log of a training is left for the callback to refuse. */
    private Callback log(Path file) throws IOException {
        if (!options.resume() && Files.exists(file)) {
            String first;
            try (BufferedReader reader = Files.newBufferedReader(file)) {
                first = reader.readLine();
            }
            if (first != null && first.startsWith("epoch,")) {
                Files.delete(file);
            }
        }
        return new CsvLog(file);
    }

    private void introduce() {
        say(String.format(
                Locale.ROOT,
                "%s: %,d weights to train, %,d examples%s, loss %s",
                model.name(),
                model.parameters().trainableCount(),
                examples.trained(),
                examples.isValidated() ? String.format(Locale.ROOT, ", %,d to validate", examples.validated()) : "",
                losses.stream().map(LossChoice::describe).collect(Collectors.joining(" + "))));
        boolean replaces = !options.resume() && Files.exists(options.checkpoint());
        say("checkpoint after each epoch: " + options.checkpoint()
                + (replaces ? ", in place of that of an earlier run (--resume would go on from it)" : ""));
    }

    private History fit(Trainer trainer) {
        try (Interruption interruption =
                new Interruption(arguments.sources().err(), options.checkpoint(), options.resume())) {
            return trainer.callbacks(interruption).fit(examples.train(), options.epochs());
        }
    }

    private void report(History history) {
        int epochs = history.epochs().size();
        say("weights: " + options.save() + ", after " + epochs + (epochs == 1 ? " epoch" : " epochs"));
        if (history.stopped().isEmpty()) {
            say("to go on: the same command with --epochs " + 2 * epochs + " --resume");
        }
    }
}

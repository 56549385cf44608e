package org.nnlang.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a model on a data set and saves its weights. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Trains a model and saves its weights.",
            "After each epoch a checkpoint is written; --resume goes on from it, to the same bits as without a break."
        },
        footer = {
            "",
            "Examples:",
            "  nn train digits.nn --data mnist:data/mnist --batch-size 100 \\",
            "      --validation 0.1 --save digits.safetensors",
            "  nn train iris.nn --data csv:iris.csv --target species \\",
            "      --save iris.safetensors",
            "  nn train faces.nn --data csv:pairs.csv --target same=same,age=years \\",
            "      --loss same=binary_cross_entropy,age=mean_squared_error*0.1 \\",
            "      --save faces.safetensors"
        })
final class TrainCommand implements Callable<Integer> {
    @Mixin
    private ModelArguments arguments;

    @Mixin
    private CsvArguments csv;

    @Mixin
    private TrainArguments options;

    @Option(
            names = "--data",
            paramLabel = "DATA",
            required = true,
            description = "mnist:FOLDER, drawn[:SEED] for 20,000 drawn digits, or csv:FILE.")
    private String data;

    @Option(
            names = "--validation",
            paramLabel = "PART|DATA",
            description =
                    "Measure after each epoch on this part of the examples, such as 0.1, the last ones; or on other data.")
    private @Nullable String validation;

    @Option(
            names = "--test",
            paramLabel = "DATA",
            description = "Measure at the end on the test examples of these data.")
    private @Nullable String test;

    @Option(
            names = "--loss",
            paramLabel = "LOSS",
            description =
                    "Of the library, such as huber:delta=0.5, or of the file; OUTPUT=LOSS*WEIGHT for several outputs. Default: the cross entropy after a softmax or a sigmoid.")
    private List<String> losses = new ArrayList<>();

    @Option(
            names = "--metrics",
            paramLabel = "METRIC",
            description = "Such as accuracy,f1; OUTPUT=METRIC for several outputs. Default: accuracy for classes.")
    private List<String> metrics = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        try {
            return train();
        } catch (UncheckedIOException e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
    }

    private int train() throws IOException {
        options.requirePlaces();
        TrainableModel trainable = arguments.loadTrainable(options.seed());
        options.prepare(trainable.model());
        List<LossChoice> declared = LossChoice.of(trainable, losses);
        MetricChoice judged = MetricChoice.of(declared, metrics);
        List<LossChoice> choices = judged.fit(declared);
        TrainingData loader = new TrainingData(trainable.model(), choices, csv);
        TrainingExamples examples = TrainingExamples.load(loader, data, validation, test);
        TrainingRun run = new TrainingRun(arguments, options, trainable.model(), choices, judged, examples);
        loader.notes().forEach(run::say);
        if (losses.isEmpty()) {
            choices.forEach(choice -> run.say(
                    "loss of " + choice.output().name() + ": " + choice.loss().name() + ", as it ends with a "
                            + choice.activation().name().toLowerCase(Locale.ROOT)));
        }
        return run.run();
    }
}

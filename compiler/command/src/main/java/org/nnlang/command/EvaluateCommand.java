package org.nnlang.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.ModelSession;
import org.nnlang.runtime.Port;
import org.nnlang.runtime.data.Dataset;
import org.nnlang.training.metric.ConfusionMatrix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how well a classifier does on a data set. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description =
                "Classifies the test images of a data set: the accuracy, and for each class what its images were taken for.",
        footer = {"", "Example:", "  nn evaluate digits.nn --weights digits.safetensors --data mnist:data/mnist"})
final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private ModelArguments arguments;

    @Mixin
    private WeightArguments weights;

    @Option(
            names = "--data",
            paramLabel = "DATA",
            required = true,
            description = "mnist:FOLDER, or drawn[:SEED] for 10,000 drawn digits.")
    private String data;

    @Option(names = "--batch-size", paramLabel = "N", defaultValue = "100", description = "Default: ${DEFAULT-VALUE}.")
    private int batchSize;

    @Override
    public Integer call() throws IOException {
        if (batchSize < 1) {
            throw new Failure("--batch-size must be at least 1, got " + batchSize);
        }
        Model model = weights.load(arguments);
        if (model.inputs().size() != 1 || model.outputs().size() != 1) {
            throw new Failure("evaluate needs a model with one input and one output; " + model.name() + " has "
                    + model.inputs().size() + " and " + model.outputs().size());
        }
        Port input = model.inputs().get(0);
        Port output = model.outputs().get(0);
        Dataset dataset = new DataArgument("--data", data).load(input.shape());
        boolean fits = dataset.featureShape().elements() == input.shape().elements()
                && dataset.classes() == output.shape().elements();
        if (!fits) {
            throw new Failure(model.name() + " takes " + input + " and gives " + output + ", but " + data + " has "
                    + dataset.featureShape() + " of " + dataset.classes() + " classes");
        }
        ConfusionMatrix matrix = classify(model, dataset);
        PrintWriter out = arguments.sources().out();
        out.println(model.name() + ", weights " + weights.describe() + ", data " + data);
        long right = Math.round(matrix.result() * dataset.size());
        out.println(String.format(Locale.ROOT, "accuracy %.4f (%,d of %,d)", matrix.result(), right, dataset.size()));
        out.print(matrix);
        out.flush();
        return 0;
    }

    private ConfusionMatrix classify(Model model, Dataset dataset) {
        int classes = dataset.classes();
        ConfusionMatrix matrix = new ConfusionMatrix(classes);
        int capacity = Math.min(batchSize, dataset.size());
        ModelSession session = model.newSession(capacity);
        float[] batch = new float[capacity * dataset.featureShape().elements()];
        float[] scores = new float[capacity * classes];
        float[] labels = new float[capacity];
        for (int from = 0; from < dataset.size(); from += capacity) {
            int count = Math.min(capacity, dataset.size() - from);
            dataset.copyFeatures(from, from + count, batch);
            session.run(new float[][] {batch}, count, new float[][] {scores});
            for (int i = 0; i < count; i++) {
                labels[i] = dataset.label(from + i);
            }
            matrix.update(scores, labels, count, classes, 1, null);
        }
        return matrix;
    }
}

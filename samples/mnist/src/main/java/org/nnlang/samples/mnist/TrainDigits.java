package org.nnlang.samples.mnist;

import java.io.IOException;
import java.io.PrintStream;
import org.nnlang.runtime.data.Dataset;
import org.nnlang.training.Progress;
import org.nnlang.training.progress.Console;

/**
 * Trains the generated {@link DigitClassifier}, shows what it has learned, and saves its weights.
 *
 * <p>Arguments: {@code [FOLDER] [--epochs N] [--seed N] [--save FILE]}, see {@link TrainingArguments}. Equal arguments make equal
 * bytes on every machine; those of the {@link ShippedWeights} come from {@code --epochs 25}.
 */
public final class TrainDigits {
    /** Enough for 97 %, in few seconds. */
    private static final int EPOCHS = 5;

    private TrainDigits() {}

    /** Runs the sample; what is wrong with the arguments or files goes to the error output, and makes the exit status 1 or 2. */
    public static void main(String[] arguments) {
        Sample.exit(run(arguments, Console.progress(), System.out, System.err));
    }

    static int run(String[] words, Progress progress, PrintStream out, PrintStream err) {
        return Sample.run(() -> train(TrainingArguments.of(words, EPOCHS), progress, out), err);
    }

    private static void train(TrainingArguments arguments, Progress progress, PrintStream out) throws IOException {
        DigitClassifier model = DigitClassifier.create(arguments.seed());
        Dataset test = new Training(arguments, progress, out).run(model, Recipe.SMALL, "digits.safetensors");
        out.println();
        BothWays.classify(model, test, out);
    }
}

package org.nnlang.samples.mnist;

import java.io.PrintStream;
import org.nnlang.training.Progress;
import org.nnlang.training.progress.Console;

/**
 * Trains the generated {@link WideDigitClassifier} as {@link TrainDigits} trains the small one, with the same arguments.
 *
 * <p>It has 15 times as many weights, and learns by Keras' and PyTorch's usual means: relu, dropout, Adam.
 */
public final class TrainWideDigits {
    private static final int EPOCHS = 10;

    private TrainWideDigits() {}

    /** Runs the sample; what is wrong with the arguments or files goes to the error output, and makes the exit status 1 or 2. */
    public static void main(String[] arguments) {
        Sample.exit(run(arguments, Console.progress(), System.out, System.err));
    }

    static int run(String[] words, Progress progress, PrintStream out, PrintStream err) {
        return Sample.run(
                () -> {
                    TrainingArguments arguments = TrainingArguments.of(words, EPOCHS);
                    WideDigitClassifier model = WideDigitClassifier.create(arguments.seed());
                    new Training(arguments, progress, out).run(model, Recipe.WIDE, "wide-digits.safetensors");
                },
                err);
    }
}

package org.nnlang.samples.mnist;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.data.Dataset;
import org.nnlang.training.History;
import org.nnlang.training.Progress;
import org.nnlang.training.Trainer;

/** A training from the images to the file of weights; what it shows, it shows of any network that takes such images. */
final class Training {
    private final TrainingArguments arguments;
    private final Progress progress;
    private final PrintStream out;

    Training(TrainingArguments arguments, Progress progress, PrintStream out) {
        this.arguments = arguments;
        this.progress = progress;
        this.out = out;
    }

    /**
     * Trains a model, judges it by images that it has not seen, and saves its weights.
     *
     * @param fileName of the weights, unless the arguments have one
     * @return the images of the test set
     */
    Dataset run(Model model, Recipe recipe, String fileName) throws IOException {
        Path folder = Pictures.folder();
        Path weights = arguments.save() == null
                ? folder.resolve(fileName)
                : arguments.save().toAbsolutePath();
        // Not after a training that would then have been for nothing.
        Files.createDirectories(weights.getParent());
        DigitImages digits = DigitImages.find(arguments.folder());
        out.println(model.summary());
        out.println("Images:  " + digits.origin());
        out.println();

        Dataset images = digits.train();
        Trainer trainer = recipe.trainer(model, images, arguments.epochs(), arguments.seed());
        History history = trainer.progress(progress).fit(images, arguments.epochs());
        model.save(weights);

        Dataset test = digits.test();
        out.println();
        out.println("Test set: " + trainer.progress(Progress.NONE).evaluate(test));
        TrainingReport.show(history, Answers.of(model, test), folder, out);
        out.println("The weights:           " + weights);
        return test;
    }
}

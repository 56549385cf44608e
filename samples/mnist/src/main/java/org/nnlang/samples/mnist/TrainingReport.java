package org.nnlang.samples.mnist;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.nnlang.plots.CaptionedImage;
import org.nnlang.plots.ConfusionPicture;
import org.nnlang.plots.HistoryCurves;
import org.nnlang.training.History;
import org.nnlang.training.metric.ConfusionMatrix;

/** Shows how a training went and what the network still takes for something else, in the terminal and as pictures. */
final class TrainingReport {
    private static final int WORST = 36;

    private TrainingReport() {}

    /**
     * Prints the confusion matrix and the worst mistakes, and writes three pictures.
     *
     * @param answers what the trained network says of images that it did not learn from
     */
    static void show(History history, Answers answers, Path folder, PrintStream out) throws IOException {
        ConfusionMatrix confusion = answers.confusion();
        out.println(confusion);
        List<CaptionedImage> mistakes = answers.worst(WORST).stream()
                .map(image -> CaptionedImage.of(answers.images(), image, answers.digit(image)))
                .toList();
        if (mistakes.isEmpty()) {
            out.println("There is no mistake to show.");
        } else {
            out.println("The worst mistakes:");
            Pictures.show(mistakes, folder.resolve("mistakes.png"), out);
        }
        Path matrix = folder.resolve("confusion.png");
        ConfusionPicture.write(matrix, confusion);
        out.println("The confusion matrix:  " + matrix);
        Path curves = folder.resolve("curves.png");
        HistoryCurves.write(curves, history);
        out.println("The curves:            " + curves);
    }
}

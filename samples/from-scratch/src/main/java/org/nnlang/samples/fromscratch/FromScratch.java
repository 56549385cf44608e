package org.nnlang.samples.fromscratch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.nnlang.plots.DecisionBoundary;
import org.nnlang.plots.TerminalImage;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.data.ToyExamples;
import org.nnlang.training.History;
import org.nnlang.training.Losses;
import org.nnlang.training.Trainer;
import org.nnlang.training.optimizer.Adam;
import org.nnlang.training.optimizer.SGD;

/**
 * Teaches small networks step by step, then in three lines, and draws what they learned.
 *
 * <p>The system property {@code fromscratch.pictures} says in which folder the pictures go.
 */
public final class FromScratch {
    private static final Problem XOR = new Problem("XOR", ToyExamples.xor(), Xor::create, 1_000, 0.5);
    private static final Problem MOONS =
            new Problem("two moons", ToyExamples.moons(300, 0.1, 42), Moons::create, 2_000, 0.5);
    private static final Problem SPIRALS =
            new Problem("two spirals", ToyExamples.spirals(400, 0.1, 42), Spirals::create, 500, 0.01);

    private static final int TERMINAL_COLUMNS = 60;
    private static final int TERMINAL_ROWS = 40;

    private final PrintStream out;
    private final Path folder;

    FromScratch(PrintStream out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /** Runs the sample; it takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        Path folder =
                Path.of(System.getProperty("fromscratch.pictures", "target")).toAbsolutePath();
        FromScratch sample = new FromScratch(System.out, folder);
        sample.byHandAndByTrainer(XOR);
        sample.byHandAndByTrainer(MOONS);
        sample.byAdam(SPIRALS);
    }

    /** Learns the same twice, and shows that both end with the same weights. */
    void byHandAndByTrainer(Problem problem) throws IOException {
        out.println("== " + problem.title() + ", by hand");
        Model byHand = problem.newNetwork();
        GradientDescent descent = new GradientDescent(byHand, problem.points());
        for (int step = 1; step <= problem.steps(); step++) {
            double loss = descent.step((float) problem.learningRate());
            if (isTold(step)) {
                out.printf(Locale.ROOT, "step %,6d   loss %.6f%n", step, loss);
            }
        }
        show(problem, byHand);

        out.println("== " + problem.title() + ", by a trainer");
        Model byTrainer = problem.newNetwork();
        Trainer trainer = Trainer.of(byTrainer)
                .loss(Losses.binaryCrossEntropy())
                .optimizer(SGD.keras().withLearningRate(problem.learningRate()))
                .batchSize(problem.points().size())
                .shuffle(false);
        History history = trainer.fit(problem.points(), problem.steps());
        double[] losses = history.get("loss");
        out.printf(Locale.ROOT, "step %,6d   loss %.6f%n", losses.length, losses[losses.length - 1]);
        out.println(Weights.areEqual(byHand, byTrainer) ? "The same weights, to the bit." : "Other weights.");
        out.println();
    }

    /** Learns in small batches with Adam, where plain descent would take too long. */
    void byAdam(Problem problem) throws IOException {
        out.println("== " + problem.title() + ", by a trainer with Adam");
        Model model = problem.newNetwork();
        History history = Trainer.of(model)
                .loss(Losses.binaryCrossEntropy())
                .optimizer(Adam.keras().withLearningRate(problem.learningRate()))
                .fit(problem.points(), problem.steps());
        double[] losses = history.get("loss");
        for (int epoch = 1; epoch <= losses.length; epoch++) {
            if (isTold(epoch)) {
                out.printf(Locale.ROOT, "epoch %,5d   loss %.6f%n", epoch, losses[epoch - 1]);
            }
        }
        show(problem, model);
    }

    /** The first few steps, then ever fewer: 1, 2, 5, 10, 20, 50, ... */
    private static boolean isTold(int step) {
        int rest = step;
        while (rest % 10 == 0) {
            rest /= 10;
        }
        return rest == 1 || rest == 2 || rest == 5;
    }

    private void show(Problem problem, Model model) throws IOException {
        out.printf(
                "%d of %d points right%n%n",
                problem.right(model), problem.points().size());
        DecisionBoundary boundary = new DecisionBoundary(
                "What the network learned of " + problem.title(), problem.points(), new Probability(model));
        TerminalImage image = new TerminalImage(TerminalImage.Style.GREY_RAMP, TERMINAL_COLUMNS, 1);
        out.println(image.render(List.of(boundary.image(TERMINAL_COLUMNS, TERMINAL_ROWS))));
        Files.createDirectories(folder);
        Path png = folder.resolve(problem.title().replace(' ', '-').toLowerCase(Locale.ROOT) + ".png");
        boundary.write(png);
        out.println("As a picture: " + png);
        out.println();
    }
}

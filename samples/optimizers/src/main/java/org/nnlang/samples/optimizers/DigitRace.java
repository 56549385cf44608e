package org.nnlang.samples.optimizers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.nnlang.plots.LineChart;
import org.nnlang.runtime.Model;
import org.nnlang.training.Evaluation;
import org.nnlang.training.History;
import org.nnlang.training.Losses;
import org.nnlang.training.Trainer;
import org.nnlang.training.metric.Accuracy;

/** All optimizers learn the same digits with the same network, from the same weights, in the same order. */
final class DigitRace {
    private static final long SEED = 42;
    private static final int BATCH = 128;

    private final DigitImages digits;
    private final int epochs;
    private final int smoothing;
    private final PrintStream out;

    /** @param smoothing how many batches make a point of a curve */
    DigitRace(DigitImages digits, int epochs, int smoothing, PrintStream out) {
        this.digits = digits;
        this.epochs = epochs;
        this.smoothing = smoothing;
        this.out = out;
    }

    /** Trains with each, prints a table, and draws the losses. */
    void write(Path png) throws IOException {
        out.printf("== digits, 784-100-100-100-100-10, %d epochs%n", epochs);
        out.println("Images: " + digits.origin());
        out.printf("%-22s%16s%12s%16s%n", "optimizer", "training loss", "test loss", "test accuracy");
        LineChart chart =
                new LineChart("Learning digits", "step", "loss, mean of " + smoothing + " batches").logarithmic();
        for (Contender contender : Contender.onDigits()) {
            LossCurve curve = new LossCurve(smoothing);
            train(contender, curve);
            chart.add(contender.title(), curve.steps(), curve.losses());
        }
        chart.write(png);
        out.println("As a picture: " + png);
    }

    private void train(Contender contender, LossCurve curve) {
        Model model = Digits.create(SEED);
        Trainer trainer = Trainer.of(model)
                .loss(Losses.categoricalCrossEntropy())
                .optimizer(contender.optimizer())
                .metrics(new Accuracy())
                .batchSize(BATCH)
                .seed(SEED)
                .callbacks(curve);
        History history = trainer.fit(digits.train(), epochs);
        Evaluation test = trainer.evaluate(digits.test());
        out.printf(
                Locale.ROOT,
                "%-22s%16.4f%12.4f%14.2f %%%n",
                contender.title(),
                history.get("loss")[epochs - 1],
                test.loss(),
                100 * test.get("accuracy"));
    }
}

package org.nnlang.samples.initialization;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nnlang.plots.Histogram;
import org.nnlang.plots.Histograms;

/** What the hidden layers of all networks of one activation put out: a table of deviations, and a picture of histograms. */
final class ActivationPicture {
    private static final int BINS = 43;
    private static final List<String> COLUMNS = List.of("layer 1", "layer 2", "layer 3", "layer 4", "layer 5");

    private final Activation activation;
    private final PrintStream out;

    ActivationPicture(Activation activation, PrintStream out) {
        this.activation = activation;
        this.out = out;
    }

    /** Prints the table and writes the picture. */
    void write(Path png, int examples) throws IOException {
        List<Network> networks = Networks.fiveLayers(activation);
        Histograms picture = new Histograms(
                "What comes out of five layers of 100 units with " + activation.title() + ", by their first weights",
                "value" + (activation == Activation.RELU ? ", where it is not 0" : ""),
                COLUMNS,
                networks.size());
        out.println("== standard deviation of what comes out of each layer, " + activation.title());
        out.printf(Locale.ROOT, "%-12s%11s%11s%11s%11s%11s%n", "weights", "layer 1", "layer 2", "layer 3", "layer 4", "layer 5");
        for (Network network : networks) {
            out.printf("%-12s", network.weights());
            List<Histogram> row = new ArrayList<>();
            for (float[] values : Layers.of(network.create(), examples)) {
                out.printf(Locale.ROOT, "%11.4g", Spread.of(values).deviation());
                row.add(histogram(values));
            }
            out.println();
            picture.row(network.weights(), row);
        }
        picture.write(png);
        out.println("As a picture: " + png);
        out.println();
    }

    /** Of relu without the zeros, which are so many that nothing else could be seen. */
    private Histogram histogram(float[] values) {
        Spread spread = Spread.of(values);
        String caption = String.format(Locale.ROOT, "mean %.2g, deviation %.2g", spread.mean(), spread.deviation());
        float[] shown = values;
        if (activation == Activation.RELU) {
            caption = String.format(Locale.ROOT, "%.0f %% are 0, deviation %.2g", 100 * spread.zeros(), spread.deviation());
            shown = positive(values);
        }
        return Histogram.of(shown, activation.from(), activation.to(values), BINS, caption);
    }

    private static float[] positive(float[] values) {
        float[] positive = new float[values.length];
        int count = 0;
        for (float value : values) {
            if (value > 0) {
                positive[count++] = value;
            }
        }
        return Arrays.copyOf(positive, count);
    }
}

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
                "Five layers of 100 units with " + activation.title() + ", before they learn",
                "what comes out"
                        + (activation == Activation.RELU
                                ? " where it is not 0; all from 4 on are in the last bin"
                                : ""),
                COLUMNS,
                networks.size());
        out.println("== standard deviation of what comes out of each layer, " + activation.title());
        out.printf(
                Locale.ROOT,
                "%-12s%11s%11s%11s%11s%11s%n",
                "weights",
                "layer 1",
                "layer 2",
                "layer 3",
                "layer 4",
                "layer 5");
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

    private Histogram histogram(float[] values) {
        Spread spread = Spread.of(values);
        String caption = String.format(Locale.ROOT, "deviation %.2g", spread.deviation());
        if (activation != Activation.RELU) {
            return Histogram.of(values, activation.from(), activation.to(), BINS, caption);
        }
        String zeros = String.format(Locale.ROOT, "%.0f %% are 0, ", 100 * spread.zeros());
        return Histogram.of(positive(values), activation.from(), activation.to(), BINS, zeros + caption);
    }

    /** Without the zeros, which are so many that nothing else could be seen; what is beyond the range is put at its end. */
    private float[] positive(float[] values) {
        float[] positive = new float[values.length];
        int count = 0;
        for (float value : values) {
            if (value > 0) {
                positive[count++] = Math.min(value, (float) activation.to());
            }
        }
        return Arrays.copyOf(positive, count);
    }
}

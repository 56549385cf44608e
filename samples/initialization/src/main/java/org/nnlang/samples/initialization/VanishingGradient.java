package org.nnlang.samples.initialization;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.nnlang.plots.LineChart;

/** What is left of the gradient in the first layers of deep networks: a table by depth, and a picture of the deepest by layer. */
final class VanishingGradient {
    private final PrintStream out;
    private final int examples;

    VanishingGradient(PrintStream out, int examples) {
        this.out = out;
        this.examples = examples;
    }

    /** Prints the table. */
    void table() {
        Map<Integer, List<Network>> networks = Networks.byDepth();
        out.println("== norm of the gradient of the first layer's weights, by the number of hidden layers");
        out.printf("%-20s", "network");
        networks.keySet().forEach(depth -> out.printf("%12d", depth));
        out.println();
        List<String> titles = networks.get(2).stream().map(Network::title).toList();
        for (int i = 0; i < titles.size(); i++) {
            out.printf("%-20s", titles.get(i));
            for (List<Network> ofDepth : networks.values()) {
                out.printf(Locale.ROOT, "%12.2e", GradientNorms.of(ofDepth.get(i).create(), examples)[0]);
            }
            out.println();
        }
        out.println();
    }

    /** Draws the norm by layer, for 20 of them. */
    void write(Path png) throws IOException {
        LineChart chart = new LineChart(
                        "Gradient of each layer's weights before the first step",
                        "hidden layer, of 20",
                        "Euclidean norm")
                .logarithmic();
        for (Network network : Networks.byDepth().getOrDefault(20, List.of())) {
            double[] norms = GradientNorms.of(network.create(), examples);
            double[] layers = IntStream.rangeClosed(1, norms.length).asDoubleStream().toArray();
            chart.add(network.title(), layers, norms);
        }
        chart.write(png);
        out.println("As a picture, layer by layer: " + png);
    }
}

package org.nnlang.samples.initialization;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.nnlang.plots.LineChart;
import org.nnlang.runtime.Model;

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
        List<Depth> depths = Networks.byDepth();
        out.println("== norm of the gradient of the first layer's weights, by the number of hidden layers");
        out.printf("%-20s", "network");
        depths.forEach(depth -> out.printf("%12d", depth.layers()));
        out.println();
        for (int i = 0; i < depths.get(0).networks().size(); i++) {
            out.printf("%-20s", depths.get(0).networks().get(i).title());
            for (Depth depth : depths) {
                Model model = depth.networks().get(i).create();
                out.printf(Locale.ROOT, "%12.2e", GradientNorms.of(model, examples)[0]);
            }
            out.println();
        }
        out.println();
    }

    /** Draws the norm by layer, for the deepest networks. */
    void write(Path png) throws IOException {
        List<Depth> depths = Networks.byDepth();
        Depth deepest = depths.get(depths.size() - 1);
        LineChart chart = new LineChart(
                        "Gradient of each layer's weights before the first step",
                        "hidden layer, of " + deepest.layers(),
                        "Euclidean norm")
                .logarithmic();
        for (Network network : deepest.networks()) {
            double[] norms = GradientNorms.of(network.create(), examples);
            double[] layers =
                    IntStream.rangeClosed(1, norms.length).asDoubleStream().toArray();
            chart.add(network.title(), layers, norms);
        }
        chart.write(png);
        out.println("As a picture, layer by layer: " + png);
    }
}

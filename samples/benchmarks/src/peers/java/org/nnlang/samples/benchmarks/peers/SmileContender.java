package org.nnlang.samples.benchmarks.peers;

import java.util.List;
import java.util.Optional;
import org.nnlang.samples.benchmarks.Inputs;
import org.nnlang.samples.benchmarks.Network;
import smile.classification.MLP;

/**
 * Smile's multilayer perceptron, which calculates in double precision.
 *
 * <p>Its training has no Adam: it is measured with RMSProp, which does less. It does not tell the loss either, so this class looks
 * itself whether it learns.
 */
record SmileContender() implements Contender {
    private static final int STEPS = 20;

    @Override
    public String version() {
        String version = MLP.class.getPackage().getImplementationVersion();
        return "Smile " + (version == null ? "3.1.1" : version) + " (trains with RMSProp)";
    }

    @Override
    public Task predict(Network network, int batch) {
        List<Layer> layers = Layer.of(network);
        MLP model = SmileLayers.network(layers);
        int width = layers.get(0).inputs();
        int classes = layers.get(layers.size() - 1).units();
        float[] x = Inputs.uniform(batch, width);
        double[][] rows = new double[batch][width];
        double[][] probabilities = new double[batch][classes];
        float[] outputs = new float[batch * classes];
        return () -> {
            copy(x, rows);
            if (batch == 1) {
                model.predict(rows[0], probabilities[0]);
            } else {
                // On all processors.
                model.predict(rows, probabilities);
            }
            for (int i = 0; i < outputs.length; i++) {
                outputs[i] = (float) probabilities[i / classes][i % classes];
            }
            return outputs;
        };
    }

    @Override
    public Optional<Task> train(Network network, int batch) {
        List<Layer> layers = Layer.of(network);
        int width = layers.get(0).inputs();
        int[] classes = classes(batch, layers.get(layers.size() - 1).units());
        float[] x = Inputs.uniform(batch, width);
        double[][] rows = new double[batch][width];
        copy(x, rows);
        MLP tried = SmileLayers.network(layers);
        double before = loss(tried, rows, classes);
        for (int step = 0; step < STEPS; step++) {
            tried.update(rows, classes);
        }
        double after = loss(tried, rows, classes);
        if (!(after < before)) {
            throw new IllegalStateException(
                    "Smile does not learn " + network + ": the loss goes from " + before + " to " + after);
        }
        MLP model = SmileLayers.network(layers);
        float[] unknown = {};
        return Optional.of(() -> {
            copy(x, rows);
            model.update(rows, classes);
            return unknown;
        });
    }

    private static void copy(float[] x, double[][] rows) {
        int from = 0;
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = x[from + i];
            }
            from += row.length;
        }
    }

    private static int[] classes(int batch, int count) {
        float[] targets = Inputs.targets(batch, count);
        int[] classes = new int[batch];
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] == 1) {
                classes[i / count] = i % count;
            }
        }
        return classes;
    }

    private static double loss(MLP model, double[][] rows, int[] classes) {
        double[] probabilities = new double[model.numClasses()];
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            model.predict(rows[i], probabilities);
            sum -= Math.log(probabilities[classes[i]]);
        }
        return sum / rows.length;
    }
}

package org.nnlang.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.runtime.OutputActivation;
import org.nnlang.training.Metric;
import org.nnlang.training.Trainer;
import org.nnlang.training.metric.Accuracy;
import org.nnlang.training.metric.BinaryAccuracy;
import org.nnlang.training.metric.Metrics;

/**
 * By what the outputs are judged beside their losses.
 *
 * @param byOutput the metrics of each output that has some
 */
record MetricChoice(Map<String, Metric[]> byOutput) {
    /** The metrics that the option says; without it, the accuracy of outputs that tell classes apart. */
    static MetricChoice of(List<LossChoice> losses, List<String> options) {
        Map<String, Metric[]> metrics = new LinkedHashMap<>();
        List<String> outputs = losses.stream().map(loss -> loss.output().name()).toList();
        PerOutput.split("--metrics", options, outputs)
                .forEach((output, names) -> metrics.put(
                        output,
                        Arrays.stream(names.split(",", -1))
                                .map(String::strip)
                                .map(MetricChoice::metric)
                                .toArray(Metric[]::new)));
        if (options.isEmpty()) {
            losses.forEach(loss -> metrics.put(loss.output().name(), natural(loss)));
        }
        return new MetricChoice(metrics);
    }

    private static Metric metric(String name) {
        try {
            return Metrics.parse(name);
        } catch (IllegalArgumentException e) {
            throw new Failure("--metrics: " + e.getMessage());
        }
    }

    private static Metric[] natural(LossChoice loss) {
        if (loss.activation() == OutputActivation.SOFTMAX || loss.takesClassIndices() || loss.isBinary()) {
            return new Metric[] {new Accuracy()};
        }
        return loss.activation() == OutputActivation.SIGMOID
                        && loss.loss().name().startsWith("binary_cross_entropy")
                ? new Metric[] {new BinaryAccuracy()}
                : new Metric[0];
    }

    /** The losses with targets that the metrics take, too: not all take class indices. */
    List<LossChoice> fit(List<LossChoice> losses) {
        return losses.stream()
                .map(loss -> loss.takesClassIndices() && !takesClassIndices(loss) ? loss.withoutClassIndices() : loss)
                .toList();
    }

    private boolean takesClassIndices(LossChoice loss) {
        Metric[] metrics = byOutput.getOrDefault(loss.output().name(), new Metric[0]);
        try {
            for (Metric metric : metrics) {
                metric.update(new float[loss.width()], new float[1], 1, loss.width(), 1, null);
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        } finally {
            Arrays.stream(metrics).forEach(Metric::reset);
        }
    }

    void giveTo(Trainer trainer) {
        byOutput.forEach(trainer::metrics);
    }
}

package org.nnlang.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nnlang.runtime.GradientSession;
import org.nnlang.runtime.Model;
import org.nnlang.runtime.ModelGradients;
import org.nnlang.runtime.OutputActivation;

/**
 * Measures a network on examples as it predicts: nothing drops.
 *
 * <p>It takes a session of the gradients, which knows the logits that exact cross entropies are calculated from.
 */
final class Evaluator {
    private final Slice slice;
    private final int batchSize;
    private final GradientSession session;
    private final Batch batch;
    private final Head[] heads;
    private final Scores scores;
    private final float[][] outputs;
    private final float[][] logits;

    /** @throws IllegalArgumentException if the examples do not fit the network */
    Evaluator(Settings settings, Slice slice) {
        Model model = settings.model;
        ExampleFit.requireInputs(model, slice.examples());
        ModelGradients gradients = model.gradients();
        int capacity = slice.capacity(settings.batchSize);
        List<OutputActivation> activations = gradients.outputActivations();
        List<Head> list = ExampleFit.heads(model, slice.examples(), settings.goals(), activations::get, capacity);
        this.slice = slice;
        this.batchSize = settings.batchSize;
        this.session = settings.newSession(capacity);
        this.batch = new Batch(slice.examples(), null, capacity);
        this.heads = list.toArray(Head[]::new);
        this.scores = new Scores(list);
        this.outputs = Batch.outputs(model.outputs(), capacity);
        this.logits = Batch.logits(activations, outputs);
    }

    List<String> names() {
        return scores.names();
    }

    /** Measures; the values are those of {@link #names}, in an array that the next call writes again. */
    double[] run(Progress progress) {
        int batches = slice.batches(batchSize);
        scores.reset();
        progress.begins("", batches);
        for (int b = 0; b < batches; b++) {
            int from = b * batchSize;
            batch.fill(slice.order(), from, Math.min(batchSize, slice.size() - from));
            session.predict(batch.inputs(), batch.count(), outputs, logits);
            for (int h = 0; h < heads.length; h++) {
                heads[h].take(outputs[h], logits[h], batch.targets()[h], batch.count(), batch.weights(), null);
            }
            scores.add(batch.count());
            progress.steps(b + 1, scores.names(), scores.read());
        }
        double[] values = scores.read();
        progress.ends(batches, scores.names(), values);
        return values;
    }

    /** The values of the last run, each with a prefix before its name, put into a map. */
    void putInto(Map<String, Double> map, String prefix, double[] values) {
        for (int i = 0; i < values.length; i++) {
            map.put(prefix + scores.names().get(i), values[i]);
        }
    }

    Evaluation evaluate(Progress progress) {
        Map<String, Double> values = new LinkedHashMap<>();
        putInto(values, "", run(progress));
        return new Evaluation(values);
    }
}

package org.nnlang.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.Model;

/** A training of which a test says what every epoch brought. */
public final class FakeTraining implements TrainingContext {
    private final Model model = new TinyNetwork(false, 0);
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final List<String> namesAtEnd;
    private boolean resumed;
    private int epoch;
    private double learningRate = 0.1;
    private @Nullable String reason;

    /** Makes one before its first epoch, of an accuracy and one other value. */
    public FakeTraining(String name) {
        this.namesAtEnd = List.of("accuracy", name);
    }

    /** Makes one that goes on after an epoch. */
    public static FakeTraining resumedAfter(int epoch, String name) {
        FakeTraining training = new FakeTraining(name);
        training.resumed = true;
        training.epoch = epoch;
        return training;
    }

    /** Ends an epoch with one value, with the epoch's number in all weights. */
    public FakeTraining epoch(Callback callback, double value) {
        epoch++;
        values.clear();
        values.put("accuracy", 0.5);
        values.put(namesAtEnd.get(1), value);
        callback.epochBegins(this);
        model.parameters().forEach(parameter -> {
            float[] weights = parameter.toArray();
            Arrays.fill(weights, epoch);
            parameter.set(weights);
        });
        callback.epochEnds(this);
        return this;
    }

    /** The epoch whose weights the model has. */
    public int epochOfWeights() {
        return (int) model.parameters().get("digit.bias").toArray()[0];
    }

    /** Why it was stopped; empty if it was not. */
    public String reason() {
        return reason == null ? "" : reason;
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public int epoch() {
        return epoch;
    }

    @Override
    public int epochs() {
        return 100;
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public int batches() {
        return 1;
    }

    @Override
    public long step() {
        return epoch;
    }

    @Override
    public boolean resumed() {
        return resumed;
    }

    @Override
    public double batchLoss() {
        return 0;
    }

    @Override
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    @Override
    public List<String> namesAtEnd() {
        return namesAtEnd;
    }

    @Override
    public double value(String name) {
        return values.getOrDefault(name, Double.NaN);
    }

    @Override
    public double learningRate() {
        return learningRate;
    }

    @Override
    public void setLearningRate(double newRate) {
        learningRate = newRate;
    }

    @Override
    public void stop(String newReason) {
        reason = newReason;
    }

    @Override
    public boolean isStopping() {
        return reason != null;
    }

    @Override
    public String whatBroke() {
        return "nothing";
    }
}

package org.nnlang.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nnlang.runtime.Model;

/** Where a training is, and what it went through. */
final class TrainingState implements TrainingContext {
    private static final double NANOS = 1e-9;

    private final Settings settings;
    private final StepCalculation calculation;
    private final int epochs;
    private final int batches;
    private final List<String> namesAtEnd;
    private final List<History.Epoch> past = new ArrayList<>();
    /** The values of an epoch that has ended; null while one runs. */
    private @Nullable Map<String, Double> ended;

    private int epoch;
    private int batch;
    private long step;
    private boolean resumed;
    private double batchLoss;
    private double learningRate;
    private double secondsBefore;
    private double secondsToKeep;
    private @Nullable String stopReason;

    TrainingState(Settings settings, StepCalculation calculation, List<String> namesAtEnd, int epochs, int batches) {
        this.settings = settings;
        this.calculation = calculation;
        this.namesAtEnd = namesAtEnd;
        this.epochs = epochs;
        this.batches = batches;
        this.learningRate = settings.requireOptimizer().learningRate();
    }

    boolean hasNextEpoch() {
        return past.size() < epochs && !isStopping();
    }

    /** Enters the next epoch; true if a checkpoint says that it had begun before. */
    boolean beginEpoch() {
        epoch = past.size() + 1;
        ended = null;
        return batch > 0;
    }

    void beginBatch(double loss) {
        batch++;
        batchLoss = loss;
    }

    /**
     * Counts a step of this learning rate, and says which it is, from 1.
     *
     * @throws IllegalArgumentException if it is none
     */
    long countStep(double rate) {
        learningRate = requireRate(rate);
        return ++step;
    }

    private double requireRate(double rate) {
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the learning rate of step " + (step + 1) + " must be a finite number from 0, got " + rate);
        }
        return rate;
    }

    double secondsSince(long nanoTime) {
        return secondsBefore + (System.nanoTime() - nanoTime) * NANOS;
    }

    /** Says how long the epoch took so far, for a checkpoint. */
    void keepSeconds(double seconds) {
        secondsToKeep = seconds;
    }

    void endEpoch(Map<String, Double> values) {
        ended = values;
    }

    /** Puts the epoch into the history, with the learning rate as callbacks left it before. */
    void recordEpoch(double rate, double seconds) {
        past.add(new History.Epoch(values(), rate, seconds));
    }

    void nextEpoch() {
        batch = 0;
        secondsBefore = 0;
    }

    History history() {
        return new History(past, Optional.ofNullable(stopReason));
    }

    void showStep(Progress progress) {
        if (progress != Progress.NONE) {
            progress.steps(batch, names(), calculation.scores().read());
        }
    }

    void showEnd(Progress progress) {
        double[] values =
                values().values().stream().mapToDouble(Double::doubleValue).toArray();
        progress.ends(batch, names(), values);
    }

    void save(SavedState saved) {
        saved.put("epochs", past.size());
        saved.put("batch", batch);
        saved.put("step", step);
        saved.put("learningRate", learningRate);
        saved.put("batchLoss", batchLoss);
        saved.put("seconds", secondsToKeep);
        if (stopReason != null) {
            saved.put("stopped", stopReason);
        }
        if (batch > 0) {
            calculation.scores().save(saved.part("scores"));
        }
        SavedHistory.save(past, saved.part("history"));
    }

    void restore(SavedState saved) {
        past.clear();
        past.addAll(SavedHistory.restore((int) saved.integer("epochs"), saved.part("history")));
        epoch = past.size();
        batch = (int) saved.integer("batch");
        step = saved.integer("step");
        learningRate = saved.number("learningRate");
        batchLoss = saved.number("batchLoss");
        secondsBefore = saved.number("seconds");
        stopReason = saved.has("stopped") ? saved.text("stopped") : null;
        if (batch > 0) {
            calculation.scores().restore(saved.part("scores"));
        }
        resumed = true;
    }

    private Map<String, Double> values() {
        if (ended != null) {
            return ended;
        }
        Map<String, Double> values = new LinkedHashMap<>();
        calculation.scores().putInto(values);
        return values;
    }

    @Override
    public Model model() {
        return settings.model;
    }

    @Override
    public int epoch() {
        return epoch;
    }

    @Override
    public int epochs() {
        return epochs;
    }

    @Override
    public int batch() {
        return batch;
    }

    @Override
    public int batches() {
        return batches;
    }

    @Override
    public long step() {
        return step;
    }

    @Override
    public boolean resumed() {
        return resumed;
    }

    @Override
    public double batchLoss() {
        return batchLoss;
    }

    @Override
    public List<String> names() {
        return ended == null ? calculation.scores().names() : List.copyOf(ended.keySet());
    }

    @Override
    public List<String> namesAtEnd() {
        return namesAtEnd;
    }

    @Override
    public double value(String name) {
        if (ended != null) {
            Double value = ended.get(name);
            if (value != null) {
                return value;
            }
        } else {
            int index = names().indexOf(name);
            if (index >= 0) {
                return calculation.scores().read()[index];
            }
        }
        throw new IllegalArgumentException("no value '" + name + "' in this training now, there are " + names());
    }

    @Override
    public double learningRate() {
        return learningRate;
    }

    @Override
    public void setLearningRate(double newRate) {
        requireRate(newRate);
        if (settings.schedule != null) {
            throw new IllegalStateException("the trainer has a schedule, which sets the learning rate of every step:"
                    + " leave it out where callbacks set the learning rate");
        }
        learningRate = newRate;
    }

    @Override
    public void stop(String reason) {
        if (stopReason == null) {
            stopReason = reason;
        }
    }

    @Override
    public boolean isStopping() {
        return stopReason != null;
    }

    @Override
    public String whatBroke() {
        return calculation.whatBroke(settings.model);
    }
}

package org.nnlang.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongToDoubleFunction;
import org.nnlang.runtime.Parameter;

/**
 * All that a training needs to go on, as a checkpoint keeps it.
 *
 * @param examples how many there are to train on
 * @param validated whether there is a validation after each epoch
 */
record TrainingParts(
        Settings settings, int examples, Scores scores, Updates updates, boolean validated, TrainingState state) {
    SavedState save() {
        SavedState saved = new SavedState();
        SavedState same = saved.part("same");
        identity().forEach(same::put);
        state.save(saved.part("state"));
        for (Parameter parameter : settings.model.parameters()) {
            saved.part("weights").put(parameter.path(), parameter.shape(), parameter.toArray());
        }
        updates.save(saved.part("optimizer"));
        callbackParts().forEach((part, callback) -> callback.save(saved.part(part), state));
        return saved;
    }

    void restore(SavedState saved) {
        requireSame(saved.part("same"));
        updates.restore(saved.part("optimizer"));
        for (Parameter parameter : settings.model.parameters()) {
            parameter.set(saved.part("weights").array(parameter.path(), parameter.shape()));
        }
        state.restore(saved.part("state"));
        callbackParts().forEach((name, callback) -> {
            if (!saved.part(name).isEmpty()) {
                callback.restore(saved.part(name), state);
            }
        });
    }

    /** The part of each callback: its class, and a number where there are several of one. */
    private Map<String, Callback> callbackParts() {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Callback> parts = new LinkedHashMap<>();
        for (Callback callback : settings.callbacks) {
            String name = callback.getClass().getSimpleName();
            parts.put("callback." + name + counts.merge(name, 1, Integer::sum), callback);
        }
        return parts;
    }

    /** What must be the same for a run to go on with the same bits, in the order in which differences are told. */
    private Map<String, String> identity() {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("network", settings.model.name());
        settings.model
                .inputs()
                .forEach(port ->
                        identity.put("input " + port.name(), port.shape().toString()));
        settings.model
                .outputs()
                .forEach(port ->
                        identity.put("output " + port.name(), port.shape().toString()));
        for (Parameter parameter : settings.model.parameters()) {
            identity.put(
                    "parameter " + parameter.path(),
                    parameter.shape() + (parameter.trainable() ? "" : ", not trainable"));
        }
        settings.losses.forEach((output, loss) -> identity.put(
                "loss of " + output,
                describe(loss, loss.name()) + " times " + settings.lossWeights.getOrDefault(output, 1.0)));
        Optimizer optimizer = settings.requireOptimizer();
        identity.put(
                "optimizer", describe(optimizer, optimizer.name() + " with learning rate " + optimizer.learningRate()));
        LongToDoubleFunction schedule = settings.schedule;
        identity.put("schedule", schedule == null ? "none" : describe(schedule, "one that cannot be printed"));
        identity.put("seed", Long.toString(settings.seed));
        identity.put("batch size", Integer.toString(settings.batchSize));
        identity.put("shuffling", Boolean.toString(settings.shuffle));
        identity.put("number of training examples", Integer.toString(examples));
        identity.put(
                "set of class weights",
                settings.classWeights == null ? "none" : Arrays.toString(settings.classWeights));
        identity.put("values of an epoch", scores.names() + (validated ? " and the validation's" : ""));
        return identity;
    }

    /** Records print their settings; a text with an at sign has an address in it, which is another in every run. */
    private static String describe(Object rule, String otherwise) {
        String printed = rule.toString();
        return printed.contains("@") ? otherwise : printed;
    }

    private void requireSame(SavedState file) {
        Map<String, String> here = identity();
        Set<String> names = new LinkedHashSet<>(file.names());
        names.addAll(here.keySet());
        for (String name : names) {
            String there = file.has(name) ? file.text(name) : "there is none";
            String mine = here.getOrDefault(name, "there is none");
            if (!there.equals(mine)) {
                throw new IllegalArgumentException(name + ": " + there + " in the checkpoint, " + mine
                        + " here; go on with what it was written with, or train anew without it");
            }
        }
    }
}

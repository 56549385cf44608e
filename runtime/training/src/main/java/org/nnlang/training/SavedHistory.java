package org.nnlang.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Epochs in a checkpoint: the names once, and a line of numbers an epoch. */
final class SavedHistory {
    private SavedHistory() {}

    static void save(List<History.Epoch> epochs, SavedState state) {
        if (!epochs.isEmpty()) {
            state.put("names", String.join("\n", epochs.get(0).values().keySet()));
        }
        for (int i = 0; i < epochs.size(); i++) {
            History.Epoch epoch = epochs.get(i);
            state.put(
                    Integer.toString(i),
                    epoch.values().values().stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray());
            state.put(i + ".rest", epoch.learningRate(), epoch.seconds());
        }
    }

    static List<History.Epoch> restore(int count, SavedState state) {
        List<History.Epoch> epochs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String[] names = state.text("names").split("\n", -1);
            double[] numbers = state.numbers(Integer.toString(i));
            double[] rest = state.numbers(i + ".rest");
            if (numbers.length != names.length || rest.length != 2) {
                throw new IllegalArgumentException("the checkpoint's history of epoch " + (i + 1) + " should have "
                        + names.length + " and 2 numbers, found " + numbers.length + " and " + rest.length);
            }
            Map<String, Double> values = new LinkedHashMap<>();
            for (int j = 0; j < names.length; j++) {
                values.put(names[j], numbers[j]);
            }
            epochs.add(new History.Epoch(values, rest[0], rest[1]));
        }
        return epochs;
    }
}

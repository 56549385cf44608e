package org.nnlang.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.nnlang.training.text.KerasNumber;

/**
 * How well a network did on examples.
 *
 * @param values the loss and the metrics by Keras' names, in its order: alphabetically
 */
public record Evaluation(Map<String, Double> values) {
    /** Copies the values. */
    public Evaluation {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The loss: of several outputs, the weighted sum. */
    public double loss() {
        return get("loss");
    }

    /**
     * One value, such as {@code accuracy}.
     *
     * @throws IllegalArgumentException if there is none of this name; the message lists those there are
     */
    public double get(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value '" + name + "', there are " + values.keySet());
        }
        return value;
    }

    /** One line as Keras prints it, such as {@code accuracy: 0.9712 - loss: 0.0931}. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(value -> value.getKey() + ": " + KerasNumber.of(value.getValue()))
                .collect(Collectors.joining(" - "));
    }
}

package org.nnlang.compiler.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a weight begins: one of the primitive distributions, with its numbers.
 *
 * @param numbers constant: the value; uniform: low, high; normal and truncated normal: mean, stddev; orthogonal and
 *     identity: gain
 */
public record InitialValue(Distribution distribution, List<Double> numbers) {
    /** The distributions that the runtime draws from. */
    public enum Distribution {
        CONSTANT,
        UNIFORM,
        NORMAL,
        TRUNCATED_NORMAL,
        ORTHOGONAL,
        IDENTITY
    }

    public InitialValue {
        numbers = List.copyOf(numbers);
    }

    @Override
    public String toString() {
        return distribution.name().toLowerCase(Locale.ROOT)
                + numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
}

package org.nnlang.runtime.init;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.nnlang.runtime.Goldens;
import org.nnlang.runtime.Shape;

/** Samples fit the distributions that Keras and PyTorch document. */
class ReferenceInitializersTest {
    private static final int SAMPLE = 40_000;

    @TestFactory
    Stream<DynamicTest> fitsTheReferences() throws IOException {
        JsonNode cases = Goldens.read("initializers.json").get("cases");
        return StreamSupport.stream(cases.spliterator(), false)
                .filter(one -> !hasOtherCuts(one.get("distribution")))
                .map(one -> DynamicTest.dynamicTest(
                        one.get("name").asText() + one.get("parameters") + one.get("shape"), () -> check(one)));
    }

    /** PyTorch's trunc_normal_ can cut anywhere; the library's cuts at two deviations. */
    private static boolean hasOtherCuts(JsonNode distribution) {
        return distribution.has("cut_low")
                && Math.abs(distribution.get("cut_low").asDouble()
                                - distribution.get("location").asDouble()
                                + 2 * distribution.get("sigma").asDouble())
                        > 1e-9;
    }

    private static void check(JsonNode one) {
        JsonNode distribution = one.get("distribution");
        Shape shape = Shape.of(StreamSupport.stream(one.get("shape").spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray());
        switch (distribution.get("kind").asText()) {
            case "constant" -> {
                float expected = (float) distribution.get("value").asDouble();
                assertThat(fill(Initializers.constant(distribution.get("value").asDouble()), shape))
                        .containsOnly(expected);
            }
            case "identity" -> {
                float[] values =
                        fill(Initializers.identity(distribution.get("gain").asDouble()), shape);
                for (int i = 0; i < values.length; i++) {
                    boolean diagonal = i / shape.size(1) == i % shape.size(1);
                    assertThat((double) values[i])
                            .isEqualTo(diagonal ? distribution.get("gain").asDouble() : 0);
                }
            }
            case "orthogonal" -> {
                int rows = distribution.get("rows").asInt();
                int columns = distribution.get("cols").asInt();
                double gain = distribution.get("gain").asDouble();
                // Keras keeps kernels with the outputs last: the same matrix under another shape.
                float[] values = fill(Initializers.orthogonal(gain), Shape.of(rows, columns));
                Gram.assertOrthogonal(values, rows, columns, gain);
            }
            default -> Distribution.of(distribution).assertFits(sample(initializer(distribution)));
        }
    }

    private static Initializer initializer(JsonNode distribution) {
        return switch (distribution.get("kind").asText()) {
            case "uniform" ->
                Initializers.uniform(
                        distribution.get("low").asDouble(),
                        distribution.get("high").asDouble());
            case "normal" ->
                Initializers.normal(
                        distribution.get("mean").asDouble(),
                        distribution.get("sigma").asDouble());
            case "truncated_normal" ->
                Initializers.truncatedNormal(
                        distribution.get("location").asDouble(),
                        distribution.get("sigma").asDouble());
            default -> throw new IllegalArgumentException(distribution.toString());
        };
    }

    private static float[] sample(Initializer initializer) {
        return fill(initializer, Shape.of(SAMPLE));
    }

    private static float[] fill(Initializer initializer, Shape shape) {
        float[] values = new float[shape.elements()];
        initializer.fill(values, shape, RandomStream.of(1, initializer.toString()));
        return values;
    }
}
